package tickwing.benchmark.campaign.hostile;

/** Something that is done to programs, with what they must make of it. */
interface Attack {
    /** In a few words. */
    String name();

    /**
     * Does it; what is not as it must be goes to {@link Scene#expect}.
     *
     * @throws Exception when the attack itself cannot go on, which counts as a failure
     */
    void run(Scene scene) throws Exception;
}
