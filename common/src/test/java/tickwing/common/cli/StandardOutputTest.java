package tickwing.common.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import tickwing.common.error.StandardOutputLost;

class StandardOutputTest {
    private static final String FULL = "No space left on device";
    private static final String CLOSED = "Broken pipe";

    private final StringWriter err = new StringWriter();

    @Command(name = "trial", description = "Tries things.")
    private static final class Trial implements Callable<Integer> {
        private final Callable<Integer> work;

        Trial(Callable<Integer> work) {
            this.work = work;
        }

        @Override
        public Integer call() throws Exception {
            return work.call();
        }
    }

    private static StandardOutput failing(String reason) {
        return new StandardOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });
    }

    private int run(PrintWriter out, Callable<Integer> work, String... args) {
        return Program.run(new Trial(work), out, new PrintWriter(err, true), args);
    }

    private int print(String failure, int code) {
        PrintWriter out = failing(failure);
        return run(out, () -> {
            out.print("a result");
            return code;
        });
    }

    @Test
    void writesUtf8WhateverTheLocale() {
        String before = System.getProperty("stdout.encoding");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            System.setProperty("stdout.encoding", "US-ASCII");
            StandardOutput out = new StandardOutput(bytes);
            out.print("Z\u00FCrich");
            out.flush();
        } finally {
            if (before == null) {
                System.clearProperty("stdout.encoding");
            } else {
                System.setProperty("stdout.encoding", before);
            }
        }
        assertEquals("Z\u00FCrich", bytes.toString(StandardCharsets.UTF_8));
    }

    @Test
    void saysWhyItCannotBeWrittenAndReturns1() {
        assertEquals(ExitCode.FAILED, print(FULL, ExitCode.DONE));
        assertEquals("Standard output cannot be written: " + FULL + "." + System.lineSeparator(), err.toString());
        assertEquals(ExitCode.FAILED, print(FULL, ExitCode.REJECTED));
    }

    @Test
    void saysSoOfTheHelpToo() {
        assertEquals(ExitCode.FAILED, run(failing(FULL), () -> 9, "--help"));
        assertTrue(err.toString().contains(FULL), err.toString());
    }

    @Test
    void returns141AndSaysNothingWhenNobodyReadsThePipe() {
        assertEquals(ExitCode.PIPE_CLOSED, print(CLOSED, ExitCode.DONE));
        assertEquals("", err.toString());
    }

    @Test
    void leavesACodeThatTellsOfSomethingWorse() {
        assertEquals(ExitCode.INTERRUPTED, print(FULL, ExitCode.INTERRUPTED));
        assertEquals(ExitCode.USAGE, print(FULL, ExitCode.USAGE));
        assertEquals("", err.toString());
    }

    @Test
    void endsWorkThatWouldBeInVainWithTheSameWords() {
        PrintWriter out = failing(FULL);
        int code = run(out, () -> {
            out.print("a result");
            if (out.checkError()) {
                throw new StandardOutputLost();
            }
            return ExitCode.DONE;
        });
        assertEquals(ExitCode.FAILED, code);
        assertEquals("Standard output cannot be written: " + FULL + "." + System.lineSeparator(), err.toString());
    }

    @Test
    void tellsAClosedPipeFromAFullDisk() {
        assertTrue(StandardOutput.isClosedPipe(new IOException(CLOSED)));
        assertTrue(StandardOutput.isClosedPipe(new IOException("The pipe is being closed")));
        assertFalse(StandardOutput.isClosedPipe(new IOException(FULL)));
        assertFalse(StandardOutput.isClosedPipe(new IOException()));
    }
}
