package tickwing.broker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tickwing.common.error.UserError;

/** A certificate authority made for one broker, and the broker's certificate; both as PEM. */
final class Certificates {
    /** The subject of the broker's certificate, by which the nodes of a cluster know each other. */
    static final String BROKER_NAME = "CN=tickwing-broker";

    private static final String DAYS = "3650";
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Certificates() {}

    /**
     * Makes an authority and a certificate for {@code localhost}, valid for ten years. The authority's key is thrown
     * away, so that it never signs another.
     *
     * @param folder where the certificate of the authority goes, and key and certificate of the broker; private
     */
    static void make(Path folder, Path authority, Path brokerKey) throws IOException, InterruptedException {
        Path password = folder.resolve("store.password");
        Path store = folder.resolve("store.p12");
        try {
            Files.deleteIfExists(store);
            OwnerOnly.write(password, Passwords.next());
            // A file and not an option, since everybody can read a process's options.
            List<String> common =
                    List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass:file", "" + password);
            keytool(common, "authority", "CN=tickwing-ca", "-ext", "bc:critical=ca:true,pathlen:0");
            keytool(common, "broker", BROKER_NAME, "-signer", "authority", "-ext", "san=dns:localhost");
            export(store, Files.readString(password).toCharArray(), authority, brokerKey);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(store);
            Files.deleteIfExists(password);
        }
    }

    private static void keytool(List<String> common, String alias, String name, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-alias", alias, "-dname", name, "-validity", DAYS));
        command.addAll(common);
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new UserError("keytool made no certificate: "
                    + said.lines().findFirst().orElse("").replaceAll("[.\\s]+$", "") + ".");
        }
    }

    private static void export(Path store, char[] password, Path authority, Path brokerKey)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password);
        }
        StringBuilder pem = new StringBuilder();
        Key key = keys.getKey("broker", password);
        append(pem, "PRIVATE KEY", key.getEncoded());
        for (Certificate certificate : keys.getCertificateChain("broker")) {
            append(pem, "CERTIFICATE", certificate.getEncoded());
        }
        OwnerOnly.write(brokerKey, pem.toString());
        StringBuilder ca = new StringBuilder();
        append(ca, "CERTIFICATE", keys.getCertificate("authority").getEncoded());
        OwnerOnly.write(authority, ca.toString());
    }

    private static void append(StringBuilder pem, String type, byte[] der) {
        pem.append("-----BEGIN ").append(type).append("-----\n");
        pem.append(BASE64.encodeToString(der));
        pem.append("\n-----END ").append(type).append("-----\n");
    }
}
