package tickwing.replay.input;

import tickwing.common.error.UserError;

/** A file is not what it was when its reading began; the sentence says how. Reading it once more helps nobody. */
public final class FileChanged extends UserError {
    private static final long serialVersionUID = 1L;

    FileChanged(String sentence) {
        super(sentence);
    }
}
