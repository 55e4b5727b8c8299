package tickwing.common.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tickwing.common.text.PrintableWriter;

/**
 * Where results go. Like any {@link PrintWriter} it throws nothing when it cannot be written, and tells so by
 * {@link #checkError}; unlike others it also knows why. {@link System#out} has forgotten that. In UTF-8 whatever the locale:
 * results are for machines.
 */
final class StandardOutput extends PrintWriter {
    private final Target target;

    StandardOutput(OutputStream target) {
        this(new Target(target));
    }

    private StandardOutput(Target target) {
        this(target, new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8)));
    }

    private StandardOutput(Target target, Writer writer) {
        super(writer, true);
        this.target = target;
    }

    static StandardOutput ofThisProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    /** The same place for text that comes from elsewhere, where a terminal would obey it. */
    StandardOutput printable() {
        return new StandardOutput(
                target,
                new PrintableWriter(new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8))));
    }

    /** Why it could not be written; empty when it could. */
    Optional<IOException> failure() {
        return Optional.ofNullable(target.failure);
    }

    /** Whether a failure means that the reader of a pipe has gone, which is no mistake: {@code | head} does so. */
    static boolean isClosedPipe(IOException failure) {
        String reason = String.valueOf(failure.getMessage());
        return reason.toLowerCase(Locale.ROOT).contains("pipe") || reason.equals(brokenPipe());
    }

    /** The system says it in the user's language: what it says of a pipe that certainly has no reader. */
    private static String brokenPipe() {
        try {
            Pipe pipe = Pipe.open();
            pipe.source().close();
            try (Pipe.SinkChannel sink = pipe.sink()) {
                sink.write(ByteBuffer.allocate(1));
            }
            return "";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** Keeps its first failure, and takes nothing more from then on. */
    private static final class Target extends OutputStream {
        private final OutputStream out;
        private volatile IOException failure;

        Target(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (failure != null) {
                throw failure;
            }
            try {
                out.write(bytes, from, count);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
