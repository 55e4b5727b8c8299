package tickwing.replay;

import tickwing.common.error.UserError;

/** Something that the user has to decide before the run can go on; the sentence names the choices. */
final class Undecided extends UserError {
    private static final long serialVersionUID = 1L;

    Undecided(String sentence) {
        super(sentence);
    }
}
