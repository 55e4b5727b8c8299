package tickwing.common.record;

import java.util.List;

/**
 * Turns records into what they hold. Not safe for several threads.
 *
 * @param <T> what a record holds
 */
@FunctionalInterface
public interface Decoder<T> {
    /**
     * What a record holds, usually one thing; what cannot be read is rejected, never thrown.
     *
     * @param key null where there is none, or it is too long to say anything; the same array may come with many records
     * @param value never null
     */
    List<Decoded<T>> decode(byte[] key, byte[] value);
}
