package tickwing.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/** Versions of libraries with published security holes. */
record KnownHoles(List<Hole> holes) {
    private static final int COLUMNS = 5;

    /**
     * One line of the list.
     *
     * @param coordinates of the library, {@code group:artifact}
     * @param instead the version, or the library and its version, that is free of it
     */
    record Hole(Pattern coordinates, VersionRange versions, String advisories, String instead, String text) {
        boolean isIn(Bom.Component component) {
            return coordinates.matcher(component.coordinates()).matches()
                    && versions.containsVersion(new DefaultArtifactVersion(component.version()));
        }
    }

    /** Reads a list that is written as the head of {@code security/known-holes.txt} says. */
    static KnownHoles read(Path file) throws IOException {
        List<Hole> holes = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] columns = line.split(" *\\| *");
                if (columns.length != COLUMNS) {
                    throw new IOException(file.getFileName() + ":" + (i + 1) + ": " + COLUMNS
                            + " columns are expected, separated by |");
                }
                Pattern coordinates = Pattern.compile(
                        columns[0].replaceAll("[^*:\\w]", "\\\\$0").replace("*", "[^:]*"));
                try {
                    VersionRange versions = VersionRange.createFromVersionSpec(columns[1]);
                    holes.add(new Hole(coordinates, versions, columns[2], columns[3], columns[4]));
                } catch (InvalidVersionSpecificationException e) {
                    throw new IOException(file.getFileName() + ":" + (i + 1) + ": " + e.getMessage(), e);
                }
            }
        }
        return new KnownHoles(holes);
    }

    /** A sentence for each hole in what a program's jar is made of. */
    List<String> in(Bom bom) {
        List<String> found = new ArrayList<>();
        for (Bom.Component component : bom.components()) {
            for (Hole hole : holes) {
                if (hole.isIn(component)) {
                    found.add(bom.program() + ".jar carries " + component.coordinates() + " " + component.version()
                            + ", which has " + hole.advisories + " (" + hole.text + "); take " + hole.instead + ".");
                }
            }
        }
        return found;
    }
}
