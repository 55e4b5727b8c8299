package tickwing.replay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tickwing.common.kafka.Position;
import tickwing.replay.input.Fingerprint;
import tickwing.replay.input.Input;

/**
 * What a file is called where names have to tell files apart: in positions and dead letters. Its name without folders, so
 * that it may be moved; unless that belongs to another file, which is still where it was: then with a hash of the path.
 */
final class PositionName {
    private static final Logger log = LoggerFactory.getLogger(PositionName.class);

    private PositionName() {}

    /**
     * @param now the file as it is
     * @param positions looks up what is committed, by group
     */
    static String of(
            Input input,
            Fingerprint now,
            String program,
            ResumePoint.Repeat repeat,
            Function<Set<String>, Map<String, Position>> positions)
            throws IOException {
        String shared = input.name();
        String own = shared + "~" + hash(input.folder().resolve(shared));
        Map<String, Position> found = positions.apply(Set.of(program + "." + shared, program + "." + own));
        Optional<Bookmark> bookmark =
                Optional.ofNullable(found.get(program + "." + shared)).flatMap(Bookmark::of);
        if (!found.containsKey(program + "." + own)
                && (bookmark.isEmpty() || !isOfAnother(bookmark.get(), input, now, repeat))) {
            return shared;
        }
        log.info(
                "{} is called {} in its position and its dead letters, since {} is another file's.",
                input,
                own,
                shared);
        return own;
    }

    /** Whether the position is, without any doubt, that of another file. */
    private static boolean isOfAnother(Bookmark bookmark, Input input, Fingerprint now, ResumePoint.Repeat repeat)
            throws IOException {
        Path other = path(bookmark.folder(), input.name());
        if (other == null || !Files.isRegularFile(other) || Files.isSameFile(other, input.path())) {
            return false;
        }
        Fingerprint theirs = bookmark.file();
        boolean ours = now.bytes() >= theirs.bytes() && isFirst(theirs, input.path());
        if (ours || !isFirst(theirs, other)) {
            return false;
        }
        // All rows of a file that is the other one's beginning are on the topic.
        return repeat != ResumePoint.Repeat.ONCE || !isFirst(now, other);
    }

    private static boolean isFirst(Fingerprint part, Path file) throws IOException {
        return Fingerprint.ofFirst(file, part.bytes()).equals(part);
    }

    /** Null where the folder is not known, or is none on this machine. */
    private static Path path(String folder, String name) {
        try {
            return folder.isEmpty() ? null : Path.of(folder).resolve(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static String hash(Path path) {
        CRC32C crc = new CRC32C();
        crc.update(path.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
