package tickwing.producer.stock.yahoo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A message of Yahoo's stream: protocol buffers (https://protobuf.dev/programming-guides/encoding/), of which only these
 * fields are of interest.
 *
 * @param id field 1: the symbol
 * @param price field 2: a float, as the shortest decimal that stands for it
 * @param timeMillis field 3: when, in milliseconds since 1970 UTC
 * @param currency field 4; empty when it does not say
 * @param exchange field 5; empty when it does not say
 * @param marketHours field 7: 0 before the session, 1 in it, 2 after it, 3 other extended hours
 * @param dayVolume field 9: the day's volume so far; 0 when it does not say
 */
record PricingData(
        String id, double price, long timeMillis, String currency, String exchange, int marketHours, long dayVolume) {
    /** The session whose prices make the daily bar. */
    static final int REGULAR = 1;

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    /** The message; empty when the bytes are none, or have no symbol, price or time. */
    static Optional<PricingData> read(byte[] bytes) {
        try {
            return new Reader(bytes).read();
        } catch (RuntimeException e) {
            // Too short, or a length that leads out of it: ByteBuffer sees to that.
            return Optional.empty();
        }
    }

    private static final class Reader {
        private final ByteBuffer in;
        private String id = "";
        private float price;
        private long time;
        private String currency = "";
        private String exchange = "";
        private long hours;
        private long volume;

        Reader(byte[] bytes) {
            in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }

        Optional<PricingData> read() {
            while (in.hasRemaining()) {
                long tag = varint();
                field((int) (tag >>> 3), (int) (tag & 7));
            }
            if (id.isBlank() || !Float.isFinite(price) || price == 0 || time <= 0) {
                return Optional.empty();
            }
            double decimal = Double.parseDouble(Float.toString(price));
            return Optional.of(
                    new PricingData(id, decimal, time, currency, exchange, (int) hours, Math.max(0, volume)));
        }

        private void field(int number, int type) {
            switch (type) {
                case VARINT -> number(number, varint());
                case FIXED_64 -> in.getLong();
                case FIXED_32 -> {
                    float value = in.getFloat();
                    price = number == 2 ? value : price;
                }
                case BYTES -> text(number, bytes());
                default -> throw new IllegalArgumentException("wire type " + type);
            }
        }

        private void number(int number, long value) {
            switch (number) {
                case 3 -> time = signed(value);
                case 7 -> hours = value;
                case 9 -> volume = signed(value);
                default -> {
                    // Other fields are of no use here.
                }
            }
        }

        private void text(int number, byte[] value) {
            switch (number) {
                case 1 -> id = new String(value, StandardCharsets.UTF_8);
                case 4 -> currency = new String(value, StandardCharsets.UTF_8);
                case 5 -> exchange = new String(value, StandardCharsets.UTF_8);
                default -> {
                    // Other fields are of no use here.
                }
            }
        }

        private byte[] bytes() {
            long length = varint();
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("length " + length);
            }
            byte[] value = new byte[(int) length];
            in.get(value);
            return value;
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                byte b = in.get();
                value |= (long) (b & 0x7F) << shift;
                if (b >= 0) {
                    return value;
                }
            }
            throw new IllegalArgumentException("varint of more than 64 bits");
        }

        /** The number that a sint64 stands for: zigzag, so that small negative numbers are short. */
        private static long signed(long zigzag) {
            return zigzag >>> 1 ^ -(zigzag & 1);
        }
    }
}
