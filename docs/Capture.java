import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;

/** Saves a part of the screen as PNG once nothing changes there any more but a clock. */
class Capture {
    public static void main(String[] args) throws Exception {
        int[] numbers = new int[4];
        for (int i = 0; i < 4; i++) {
            numbers[i] = Integer.parseInt(args[i + 1]);
        }
        Rectangle part = new Rectangle(numbers[0], numbers[1], numbers[2], numbers[3]);
        Robot robot = new Robot();
        robot.mouseMove(1919, 1199);
        BufferedImage last = robot.createScreenCapture(part);
        int still = 0;
        for (int second = 0; second < 90 && still < 6; second++) {
            robot.delay(1_000);
            BufferedImage now = robot.createScreenCapture(part);
            still = isDrawn(now) && differences(last, now) < part.width * part.height / 200 ? still + 1 : 0;
            last = now;
        }
        if (still < 6) {
            throw new IllegalStateException("nothing came to rest on the screen within 90 s");
        }
        ImageIO.write(last, "png", new File(args[0]));
    }

    /** Windows that wait for records are nearly blank. */
    private static boolean isDrawn(BufferedImage image) {
        for (int third = 0; third < 3; third++) {
            Set<Integer> colours = new HashSet<>();
            int from = image.getWidth() * third / 3;
            for (int y = 60; y < image.getHeight() - 60; y++) {
                for (int x = from; x < from + image.getWidth() / 3; x++) {
                    colours.add(image.getRGB(x, y));
                }
            }
            if (colours.size() < 40) {
                return false;
            }
        }
        return true;
    }

    private static int differences(BufferedImage a, BufferedImage b) {
        int count = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                count += a.getRGB(x, y) == b.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }
}
