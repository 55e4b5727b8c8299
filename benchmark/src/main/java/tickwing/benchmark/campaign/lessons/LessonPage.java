package tickwing.benchmark.campaign.lessons;

import java.util.ArrayList;
import java.util.List;

/** A page of lessons in Markdown: indented lines are commands, blocks of text below them what they print. */
record LessonPage(List<Step> steps) {
    private static final String INDENT = "    ";
    private static final String FENCE = "```";
    /** Behind a fence's language, where no reader sees it: its numbers are examples. */
    private static final String EXAMPLES = "numbers vary";

    /**
     * Commands that stand together, and what they print.
     *
     * @param lesson the heading above them
     * @param commands as they stand there, without their indentation
     */
    record Step(String lesson, List<String> commands, List<Promise> promises) {}

    static LessonPage parse(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        String lesson = "";
        boolean together = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("## ")) {
                lesson = line.substring(3);
            }
            boolean command = line.startsWith(INDENT) && !line.isBlank();
            if (command && !together) {
                steps.add(new Step(lesson, new ArrayList<>(), new ArrayList<>()));
            }
            if (command) {
                last(steps).commands().add(line.substring(INDENT.length()));
            } else if (line.startsWith(FENCE)) {
                int end = lines.subList(i + 1, lines.size()).indexOf(FENCE) + i + 1;
                last(steps).promises().add(new Promise(lines.subList(i + 1, end), !line.endsWith(EXAMPLES)));
                i = end;
            }
            together = command;
        }
        return new LessonPage(List.copyOf(steps));
    }

    private static Step last(List<Step> steps) {
        return steps.get(steps.size() - 1);
    }
}
