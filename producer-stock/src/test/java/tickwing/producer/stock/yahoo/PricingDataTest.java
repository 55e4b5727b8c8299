package tickwing.producer.stock.yahoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PricingDataTest {
    /** A message of the stream as the tests of yfinance (Apache License 2.0) have recorded it. */
    private static final byte[] BITCOIN = Base64.getDecoder()
            .decode(
                    "CgdCVEMtVVNEFYoMuUcYwLCVgIplIgNVU0QqA0NDQzApOAFFPWrEv0iAgOrxvANVx/25R12csrRHZYD8skR9/7i0R7ABgIDq8bwD"
                            + "2AEE4AGAgOrxvAPoAYCA6vG8A/IBA0JUQ4ECAAAAwPrjckGJAgAA2P5ZT3tC");

    @Test
    void readsARecordedMessage() {
        assertEquals(
                Optional.of(new PricingData("BTC-USD", 94745.08, 1_736_509_140_000L, "USD", "CCC", 1, 59_712_028_672L)),
                PricingData.read(BITCOIN));
    }

    @Test
    void hasNoMessageWithoutSymbolPriceOrTime() {
        assertTrue(PricingData.read(new byte[0]).isEmpty());
        assertTrue(PricingData.read(new byte[] {0x0A, 3, 'I', 'B', 'M'}).isEmpty());
    }

    @Test
    void neverFailsWhateverTheBytes() {
        Random random = new Random(7);
        for (int i = 0; i < BITCOIN.length; i++) {
            PricingData.read(Arrays.copyOf(BITCOIN, i));
        }
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = BITCOIN.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            PricingData.read(bytes);
        }
    }
}
