package tickwing.common.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The consumer groups that a program makes up for each of its runs, {@code PROGRAM-UUID}: of no use once the run has ended, and
 * where offsets never expire they would be there for ever. A user who may not delete them has them stay, without a word.
 */
public final class GeneratedGroups {
    private static final String A_UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern GENERATED = Pattern.compile(".+-" + A_UUID);
    private static final long RETRY_MS = 50;

    private static final Logger log = LoggerFactory.getLogger(GeneratedGroups.class);

    private final String program;
    private final BackgroundAdmin admin;

    /** @param admin belongs to the caller, who closes it */
    public GeneratedGroups(String program, BackgroundAdmin admin) {
        this.program = program;
        this.admin = admin;
    }

    /** A name that no other group has. */
    public static String name(String program) {
        return program + "-" + UUID.randomUUID();
    }

    /** Whether it is such a name, of any program: a group that nobody else joins. */
    static boolean isGenerated(String group) {
        return GENERATED.matcher(group).matches();
    }

    /**
     * Deletes the groups of runs that were killed; returns at once. Those that still have members stay.
     *
     * @param except a group that stays whatever its name is like
     */
    public void sweep(String except) {
        Pattern generated = Pattern.compile(Pattern.quote(program) + "-" + A_UUID);
        admin.get()
                .thenCompose(client -> client.listGroups(
                                new ListGroupsOptions().inGroupStates(Set.of(GroupState.EMPTY, GroupState.DEAD)))
                        .valid()
                        .toCompletionStage()
                        .thenCompose(groups -> delete(
                                client,
                                groups.stream()
                                        .map(GroupListing::groupId)
                                        .filter(group -> !group.equals(except)
                                                && generated.matcher(group).matches())
                                        .toList())))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        log.debug(
                                "Groups of earlier runs stay: {}",
                                KafkaErrors.unwrap(failure).toString());
                    }
                });
    }

    private static CompletionStage<Void> delete(Admin client, List<String> groups) {
        if (!groups.isEmpty()) {
            log.debug("Deleting groups of earlier runs: {}.", groups);
        }
        return client.deleteConsumerGroups(groups).all().toCompletionStage();
    }

    /** Deletes a group that its only member has just left; waits for that no longer than is said. */
    public void delete(String group, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        try {
            Admin client = admin.get().get(most.toMillis(), TimeUnit.MILLISECONDS);
            while (!isDeleted(client, group, end) && System.nanoTime() - end < 0) {
                Thread.sleep(RETRY_MS);
            }
        } catch (ExecutionException | TimeoutException e) {
            log.debug("Group {} stays: {}", group, KafkaErrors.unwrap(e).toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns false while its member has not left. */
    private static boolean isDeleted(Admin client, String group, long end)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            long left = Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            client.deleteConsumerGroups(List.of(group)).all().get(left, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            if (KafkaErrors.unwrap(e) instanceof GroupNotEmptyException) {
                return false;
            }
            throw e;
        }
    }
}
