package tickwing.charts.window;

import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javax.swing.JFileChooser;
import javax.swing.SwingWorker;
import javax.swing.filechooser.FileNameExtensionFilter;
import tickwing.charts.draw.Theme;
import tickwing.charts.output.OutputFile;
import tickwing.charts.show.Page;

/** Saves and copies what a window shows. Pictures are painted on the event dispatch thread, files written on another. */
final class Saving {
    private Saving() {}

    /** Asks for a file, and writes it; tells how it went. */
    static void ask(Component parent, String name, Page page, Theme theme, Consumer<String> told) {
        JFileChooser chooser = chooser(name);
        if (chooser.showSaveDialog(parent) == JFileChooser.APPROVE_OPTION) {
            write(chooser.getSelectedFile().getPath(), page, theme, told);
        }
    }

    static JFileChooser chooser(String name) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle("Save chart");
        chooser.setFileFilter(new FileNameExtensionFilter("PNG, SVG or CSV", "png", "svg", "csv"));
        chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), name + ".png"));
        return chooser;
    }

    static void write(String file, Page page, Theme theme, Consumer<String> told) {
        String path = file.matches(".*\\.[A-Za-z0-9]+") ? file : file + ".png";
        OutputFile.Prepared prepared;
        try {
            prepared = OutputFile.of(path).prepare(page, "", theme);
        } catch (RuntimeException e) {
            told.accept(e.getMessage());
            return;
        }
        new SwingWorker<Void, Void>() {
            @Override
            protected Void doInBackground() {
                prepared.write(new PrintWriter(Writer.nullWriter()));
                return null;
            }

            @Override
            protected void done() {
                try {
                    get();
                    told.accept("saved " + path);
                } catch (ExecutionException e) {
                    told.accept(e.getCause().getMessage());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }.execute();
    }

    /** Copies what a component looks like; returns what to tell. */
    static String copy(Component component) {
        GraphicsConfiguration screen = component.getGraphicsConfiguration();
        double density = screen.getDefaultTransform().getScaleX();
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(component.getWidth() * density),
                (int) Math.ceil(component.getHeight() * density),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(density, density);
        component.paint(g);
        g.dispose();
        Clipboard clipboard = component.getToolkit().getSystemClipboard();
        try {
            clipboard.setContents(new Picture(image), null);
            return "copied the image";
        } catch (IllegalStateException e) {
            return "the clipboard is in use by another program; copy again";
        }
    }

    /** A picture on its way to the clipboard. */
    private record Picture(Image image) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.imageFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return DataFlavor.imageFlavor.equals(flavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
            if (!isDataFlavorSupported(flavor)) {
                throw new UnsupportedFlavorException(flavor);
            }
            return image;
        }
    }
}
