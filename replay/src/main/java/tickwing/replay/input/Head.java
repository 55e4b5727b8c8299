package tickwing.replay.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The first bytes of a file, to be recognised by; as many as there are at once, and its first line at least, if it is that short. */
final class Head {
    private static final int BYTES = 1024;
    private static final JsonFactory JSON = new JsonFactory();

    private final byte[] bytes;
    private final String latin1;
    private final String text;

    private Head(byte[] bytes) {
        this.bytes = bytes;
        latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
        String decoded = new String(bytes, charset());
        text = (decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded).stripLeading();
    }

    /**
     * Looks at a stream without taking anything off it. A pipe is waited for until it has sent a line, which whoever reads the
     * header waits for, too.
     *
     * @param in supports mark
     */
    static Head of(InputStream in) throws IOException {
        byte[] bytes = new byte[BYTES];
        int length = 0;
        in.mark(BYTES);
        int read;
        do {
            read = in.read(bytes, length, BYTES - length);
            length += Math.max(read, 0);
        } while (read > 0 && length < BYTES && !holdsLineBreak(bytes, length));
        in.reset();
        return new Head(Arrays.copyOf(bytes, length));
    }

    private static boolean holdsLineBreak(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                return true;
            }
        }
        return false;
    }

    private Charset charset() {
        if (starts("\u00FF\u00FE")) {
            return StandardCharsets.UTF_16LE;
        }
        return starts("\u00FE\u00FF") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    /** Whether these are the first bytes, each given as a character. */
    boolean starts(String signature) {
        return latin1.startsWith(signature);
    }

    /** Whether these are the bytes at a place, each given as a character. */
    boolean has(int offset, String signature) {
        return latin1.startsWith(signature, offset);
    }

    /** Whether the first text that is no blank is this, in capitals or not. */
    boolean startsWithText(String lowerCase) {
        return text.regionMatches(true, 0, lowerCase, 0, lowerCase.length());
    }

    /** Whether there is this text anywhere, in capitals or not. */
    boolean holdsText(String lowerCase) {
        return text.toLowerCase(Locale.ROOT).contains(lowerCase);
    }

    /** Whether the text is an object or an array of JSON, as far as it goes. */
    boolean isJson() {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return false;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = JSON.createNonBlockingByteArrayParser()) {
            ((ByteArrayFeeder) parser.getNonBlockingInputFeeder()).feedInput(utf8, 0, utf8.length);
            JsonToken token;
            do {
                token = parser.nextToken();
            } while (token != null && token != JsonToken.NOT_AVAILABLE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The name of a zip archive's first file. */
    String firstInZip() {
        int nameLength = 26;
        int name = 30;
        if (bytes.length < name) {
            return "";
        }
        int length = bytes[nameLength] & 0xFF | (bytes[nameLength + 1] & 0xFF) << 8;
        return latin1.substring(name, Math.min(latin1.length(), name + length));
    }
}
