package tickwing.demo;

import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Where the charts are shown: in windows side by side, or as PNG files in a folder. */
sealed interface Stage {
    /** The options of the consumer whose charts are the so-manieth of all. */
    List<String> options(String name, int index, int count);

    /** One sentence that says where to look. */
    String announcement();

    /** Which of the charts nobody can have seen since a moment; none where that cannot be told. */
    List<String> missing(List<String> names, Instant since);

    /** Windows where there is a display, files elsewhere. */
    static Stage of(boolean windows, Path folder) {
        if (!windows || GraphicsEnvironment.isHeadless()) {
            return new Files(folder.toAbsolutePath().normalize());
        }
        return new Windows(GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds());
    }

    /** @param screen what windows may cover, in pixels */
    record Windows(Rectangle screen) implements Stage {
        private static final double HEIGHT_TO_WIDTH = 0.8;

        @Override
        public List<String> options(String name, int index, int count) {
            int left = screen.x + screen.width * index / count;
            int width = screen.x + screen.width * (index + 1) / count - left;
            int height = Math.min(screen.height, Math.max(400, (int) (width * HEIGHT_TO_WIDTH)));
            int top = screen.y + (screen.height - height) / 2;
            return List.of("--window-bounds", left + "," + top + "," + width + "," + height);
        }

        @Override
        public String announcement() {
            return "The charts open in windows of their own; close them all, or press Ctrl-C, to end the demo.";
        }

        @Override
        public List<String> missing(List<String> names, Instant since) {
            return List.of();
        }
    }

    /** @param folder where the PNG files go */
    record Files(Path folder) implements Stage {
        @Override
        public List<String> options(String name, int index, int count) {
            return List.of("--no-window", "--output", picture(name).toString());
        }

        private Path picture(String name) {
            return folder.resolve(name + ".png");
        }

        @Override
        public List<String> missing(List<String> names, Instant since) {
            long millis = since.toEpochMilli();
            // A file that is not there was last changed in 1970.
            return names.stream()
                    .filter(name -> picture(name).toFile().lastModified() < millis)
                    .toList();
        }

        @Override
        public String announcement() {
            return "The charts are PNG files in " + folder + ", rewritten every 2 s; Ctrl-C ends the demo.";
        }
    }
}
