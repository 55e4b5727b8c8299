package tickwing.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tickwing.common.cli.ExitCode;

class RandomBytesTest {
    private static final int ROWS = 100_000;

    @TempDir
    private Path folder;

    /** Bytes that make good rows now and then: most are those of such. */
    @Test
    void becomeRowsThatAreAllAccountedFor() throws IOException {
        Random random = new Random(17);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("day,key,note\n".getBytes(StandardCharsets.UTF_8));
        byte[] row = "2014-01-02,AA,1".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < ROWS; i++) {
            byte[] noise = row.clone();
            for (int flaws = random.nextInt(3); flaws > 0; flaws--) {
                noise[random.nextInt(noise.length)] = (byte) random.nextInt(256);
            }
            file.writeBytes(noise);
            file.write('\n');
        }
        Path path = Files.write(folder.resolve("f.csv"), file.toByteArray());
        Runs runs = new Runs(false);
        assertEquals(ExitCode.REJECTED, runs.run(path).code());
        Accounts accounts = runs.bookmark().accounts();
        assertEquals(accounts.read(), accounts.published() + accounts.rejected() + accounts.filtered());
        assertEquals(accounts.published(), runs.topic.records.size());
        assertEquals(accounts.rejected(), runs.topic.deadLetters.size());
        assertTrue(accounts.read() > ROWS * 0.9, accounts.toString());
        assertTrue(accounts.published() > ROWS / 4 && accounts.rejected() > ROWS / 4, accounts.toString());
    }
}
