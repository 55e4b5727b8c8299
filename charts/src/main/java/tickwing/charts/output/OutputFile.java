package tickwing.charts.output;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.w3c.dom.Document;
import tickwing.charts.draw.GridPainter;
import tickwing.charts.draw.Theme;
import tickwing.charts.show.Page;
import tickwing.common.error.StandardOutputLost;
import tickwing.common.error.UsageError;
import tickwing.common.file.NamedFile;
import tickwing.common.file.NotWritten;
import tickwing.common.file.WholeFile;

/** One {@code --output}: a file whose ending says its format, or {@code -} for CSV on standard output. */
public final class OutputFile implements Output {
    private enum Format {
        PNG,
        SVG,
        CSV
    }

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 750;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path path;
    private final Format format;

    private OutputFile(Path path, Format format) {
        this.path = path;
        this.format = format;
    }

    /** @throws UsageError when the ending is none of .png, .svg and .csv */
    public static OutputFile of(String argument) {
        if (argument.equals("-")) {
            return new OutputFile(null, Format.CSV);
        }
        String name = argument.toLowerCase(Locale.ROOT);
        for (Format format : Format.values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return new OutputFile(Path.of(argument), format);
            }
        }
        throw new UsageError("--output " + argument
                + " has no format that is known; expected a name that ends in .png, .svg or .csv, or - for CSV on"
                + " standard output.");
    }

    /** A file's content, painted and ready to be written by any thread. */
    public interface Prepared {
        /**
         * Writes it. A file is replaced as a whole: whoever reads it sees the old one or the new one.
         *
         * @param standardOutput where {@code -} goes
         * @throws NotWritten when the file cannot be written
         * @throws StandardOutputLost when standard output takes no more
         */
        void write(PrintWriter standardOutput);
    }

    @Override
    public int mostCharts() {
        return format == Format.CSV ? 0 : GridPainter.MOST;
    }

    @Override
    public void write(Page page, String status, Theme theme, PrintWriter standardOutput) {
        prepare(page, status, theme).write(standardOutput);
    }

    /** Paints the page, on the thread that calls. */
    public Prepared prepare(Page page, String status, Theme theme) {
        if (path == null) {
            return standardOutput -> toStandardOutput(page, standardOutput);
        }
        WholeFile.Content content = content(page, status, theme);
        return standardOutput -> replace(content);
    }

    WholeFile.Content content(Page page, String status, Theme theme) {
        return switch (format) {
            case PNG -> png(page, status, theme);
            case SVG -> svg(page, status, theme);
            case CSV -> out -> writeCsv(page, out);
        };
    }

    private void toStandardOutput(Page page, PrintWriter standardOutput) {
        try {
            page.table().writeTo(new Watched(standardOutput));
        } catch (IOException e) {
            throw new NotWritten("standard output", e);
        }
        if (standardOutput.checkError()) {
            throw new StandardOutputLost();
        }
    }

    private void replace(WholeFile.Content content) {
        try {
            WholeFile.write(path, content);
        } catch (IOException e) {
            throw new NotWritten(this, e);
        }
    }

    private static WholeFile.Content png(Page page, String status, Theme theme) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        GridPainter.paint(page.charts(), status, theme, g, WIDTH, HEIGHT);
        g.dispose();
        return out -> {
            // In memory: by itself ImageIO makes a file in the folder for temporary ones, which may be full or missing.
            try (ImageOutputStream buffered = new MemoryCacheImageOutputStream(out)) {
                ImageIO.write(image, "png", buffered);
            }
        };
    }

    private static WholeFile.Content svg(Page page, String status, Theme theme) {
        SVGGraphics2D g = new SVGGraphics2D(newDocument());
        g.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        GridPainter.paint(page.charts(), status, theme, g, WIDTH, HEIGHT);
        return out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            g.stream(writer, true);
            writer.flush();
        };
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument("http://www.w3.org/2000/svg", "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML parser", e);
        }
    }

    private static void writeCsv(Page page, OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
        page.table().writeTo(new Utf8(buffered));
        buffered.flush();
    }

    /** As the command line names it; for standard output, what the shell may have put there. */
    public NamedFile named() {
        return new NamedFile("--output " + this, path == null ? Path.of("/dev/stdout") : path);
    }

    @Override
    public String toString() {
        return path == null ? "-" : path.toString();
    }
}
