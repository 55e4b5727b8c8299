package tickwing.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import tickwing.common.error.UserError;

/**
 * What a secure broker and its users identify themselves with: files that their owner alone can read. Made when missing,
 * kept from run to run.
 *
 * @param folder holds {@code ca.pem}, {@code broker.pem} and, for each user, {@code client-USER.properties}
 */
record Secrets(Path folder) {
    private static final Pattern PASSWORD = Pattern.compile("password=\"([^\"]+)\"");
    private static final int ITERATIONS = 4096;

    /**
     * Makes what is missing.
     *
     * @param servers where clients connect, {@code localhost:port,...}; written into the users' files
     */
    static Secrets make(Path folder, String servers) throws InterruptedException {
        Secrets secrets = new Secrets(folder);
        try {
            OwnerOnly.directory(folder);
            if (!Files.exists(secrets.authority()) || !Files.exists(secrets.brokerKey())) {
                Certificates.make(folder, secrets.authority(), secrets.brokerKey());
            }
            for (User user : User.all()) {
                secrets.writeClient(user, servers);
            }
            return secrets;
        } catch (IOException e) {
            throw new UserError(
                    "Keys and passwords cannot be kept in " + folder + ": " + e + "; choose another directory with"
                            + " --data-dir.",
                    e);
        }
    }

    /** The certificate by which clients know the broker. */
    Path authority() {
        return folder.resolve("ca.pem");
    }

    /** The broker's key and certificate. */
    Path brokerKey() {
        return folder.resolve("broker.pem");
    }

    /** What a user names with {@code --command-config}. */
    Path client(User user) {
        return folder.resolve("client-" + user.name() + ".properties");
    }

    /**
     * Tells a running broker the users, their passwords and what each may do.
     *
     * @param nodes the broker's nodes; all of them run
     */
    void install(List<Ports> nodes) throws InterruptedException {
        List<UserScramCredentialAlteration> credentials = new ArrayList<>();
        List<AclBinding> permissions = new ArrayList<>();
        try (Admin admin = Admin.create(asBroker(nodes))) {
            for (User user : User.all()) {
                credentials.add(new UserScramCredentialUpsertion(
                        user.name(),
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                        password(user).getBytes(StandardCharsets.UTF_8)));
                permissions.addAll(user.permissions());
            }
            admin.alterUserScramCredentials(credentials).all().get();
            admin.createAcls(permissions).all().get();
        } catch (ExecutionException | IOException e) {
            throw new UserError("The users could not be set up: " + e.getMessage() + ".", e);
        }
    }

    /** Settings by which the broker itself speaks to its nodes: its certificate may do anything. */
    private Map<String, Object> asBroker(List<Ports> nodes) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                "bootstrap.servers",
                nodes.stream().map(n -> "localhost:" + n.broker()).toList());
        settings.put("security.protocol", "SSL");
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.location", brokerKey().toString());
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.location", authority().toString());
        return settings;
    }

    private void writeClient(User user, String servers) throws IOException {
        String password = Files.exists(client(user)) ? password(user) : Passwords.next();
        OwnerOnly.write(client(user), """
                # For --command-config of Tickwing's programs and Kafka's tools. Whoever can read this file is %1$s.
                bootstrap.servers=%2$s
                security.protocol=SASL_SSL
                sasl.mechanism=SCRAM-SHA-512
                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required \\
                    username="%1$s" password="%3$s";
                ssl.truststore.type=PEM
                ssl.truststore.location=%4$s
                """.formatted(
                        user.name(), servers, password, authority().toString().replace("\\", "\\\\")));
    }

    private String password(User user) throws IOException {
        Matcher password = PASSWORD.matcher(Files.readString(client(user)));
        return password.find() ? password.group(1) : Passwords.next();
    }
}
