package tickwing.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tickwing.common.error.UserError;
import tickwing.replay.input.Input;
import tickwing.replay.input.Unreadable;

/** The inputs that arguments name; patterns such as {@code data/*.csv} are expanded where the shell has not done it. */
final class Inputs {
    private Inputs() {}

    /** @throws UserError when a file does not exist or cannot be read, or nothing matches a pattern */
    static List<Input> of(List<String> arguments, InputStream standardInput) {
        List<Input> inputs = new ArrayList<>();
        for (String argument : arguments) {
            if (isPattern(argument)) {
                matching(argument).forEach(file -> inputs.add(Input.of(file, standardInput)));
            } else {
                inputs.add(Input.of(argument, standardInput));
            }
        }
        return inputs;
    }

    private static boolean isPattern(String argument) {
        return argument.chars().anyMatch(c -> c == '*' || c == '?' || c == '[') && !Files.exists(Path.of(argument));
    }

    private static List<String> matching(String pattern) {
        int name = Math.max(pattern.lastIndexOf('/'), pattern.lastIndexOf('\\')) + 1;
        Path folder = Path.of(name == 0 ? "." : pattern.substring(0, name));
        List<String> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern.substring(name))) {
                found.forEach(file -> files.add(name == 0 ? file.getFileName().toString() : file.toString()));
            } catch (IOException e) {
                throw new Unreadable(folder.toString(), e);
            }
        }
        if (files.isEmpty()) {
            throw new UserError("No file matches " + pattern + ".");
        }
        files.sort(null);
        return files;
    }
}
