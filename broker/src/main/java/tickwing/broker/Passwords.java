package tickwing.broker;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody guesses and nobody types. */
final class Passwords {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    private Passwords() {}

    /** 192 random bits as letters, digits, hyphens and underscores. */
    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
