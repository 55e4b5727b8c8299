package tickwing.common.cli;

import java.util.List;
import tickwing.common.error.UsageError;
import tickwing.common.file.NamedFile;

/** Keeps a command line from losing a file. */
public final class FileClash {
    private FileClash() {}

    /**
     * Refuses files that are written twice, and those that are read and would be overwritten.
     *
     * @throws UsageError when there is one
     */
    public static void refuse(List<NamedFile> written, List<NamedFile> read) {
        for (int i = 0; i < written.size(); i++) {
            NamedFile output = written.get(i);
            for (NamedFile other : written.subList(0, i)) {
                if (output.isSame(other)) {
                    throw new UsageError(other.name() + " and " + output.name() + " are the same file; name two.");
                }
            }
            for (NamedFile input : read) {
                if (output.isSame(input)) {
                    throw new UsageError(output.name() + " is the same file as " + input.name()
                            + ", which would be lost; name another.");
                }
            }
        }
    }
}
