package tickwing.producer.stock.csv;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * How a file of a test is written.
 *
 * @param decimal what stands before the decimals
 * @param group what stands between thousands; 0 for nothing
 * @param quoted whether every cell stands between quotes
 */
record Pen(char separator, char decimal, char group, boolean quoted, String lineEnd, Charset charset, boolean marked) {
    /** Any, with a decimal comma where that can be. */
    static Pen any(Random random) {
        char separator = ",,,;\t|".charAt(random.nextInt(6));
        boolean comma = random.nextInt(3) == 0;
        char group = random.nextInt(3) == 0 ? comma ? '.' : ',' : 0;
        Charset charset = List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16LE,
                        StandardCharsets.UTF_16BE)
                .get(random.nextInt(4));
        boolean marked = charset != StandardCharsets.UTF_8 || random.nextInt(3) == 0;
        String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        return new Pen(separator, comma ? ',' : '.', group, random.nextInt(5) == 0, lineEnd, charset, marked);
    }

    /** The same with commas, decimal points and no thousands. */
    Pen plain() {
        return new Pen(',', '.', (char) 0, quoted, lineEnd, charset, marked);
    }

    Pen separatedBy(char other) {
        return new Pen(other, decimal, group, quoted, lineEnd, charset, marked);
    }

    String number(BigDecimal number) {
        if (number == null) {
            return "";
        }
        String plain = number.toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String rest = point < 0 ? "" : decimal + plain.substring(point + 1);
        StringBuilder grouped = new StringBuilder(whole);
        if (group != 0) {
            for (int i = whole.length() - 3; i > 0; i -= 3) {
                grouped.insert(i, group);
            }
        }
        return grouped + rest;
    }

    String line(List<String> cells) {
        return cells.stream().map(this::cell).collect(Collectors.joining(String.valueOf(separator)));
    }

    private String cell(String text) {
        boolean needed = text.indexOf(separator) >= 0 || text.indexOf('"') >= 0;
        return needed || quoted ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    byte[] file(List<String> lines, boolean ended) {
        String text = (marked ? "\uFEFF" : "") + String.join(lineEnd, lines) + (ended ? lineEnd : "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }
}
