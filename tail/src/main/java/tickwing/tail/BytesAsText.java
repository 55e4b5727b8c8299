package tickwing.tail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Bytes that may be text. */
final class BytesAsText {
    private BytesAsText() {}

    /** The text; empty when the bytes are none, in which case nothing of them is replaced or lost. */
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The text, or base64 of what is none. */
    static String textOrBase64(byte[] bytes) {
        return text(bytes).orElseGet(() -> base64(bytes));
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
