package tickwing.common.flight;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What every known layout says of a flight.
 *
 * @param date local date of the scheduled departure
 * @param airline the carrier's code as the file has it, e.g. {@code AA}; never blank
 */
public record Flight(LocalDate date, String airline) {
    public Flight {
        Objects.requireNonNull(date);
        if (airline.isBlank()) {
            throw new IllegalArgumentException("airline is blank");
        }
    }
}
