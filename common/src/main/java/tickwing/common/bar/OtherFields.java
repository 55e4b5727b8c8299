package tickwing.common.bar;

import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tickwing.common.bar.BarFields.Flaw;
import tickwing.common.bar.BarFields.Name;
import tickwing.common.bar.OtherName.Rank;
import tickwing.common.json.Meanings;
import tickwing.common.json.Members;
import tickwing.common.record.Reason;

/**
 * The members of a record that another producer may have written, each under the name that it has in the suite's own
 * records. What can be taken for two things is taken for none. Reused from record to record.
 */
final class OtherFields implements Members<Name> {
    /** A value. */
    private record Said(String text, boolean isNumber, double number) {
        boolean isSameAs(Said other, Name name) {
            if (text.equals(other.text)) {
                return true;
            }
            if (name == Name.DATE) {
                BarDate date = date();
                return date != null && date.equals(other.date());
            }
            double its = isNumber ? number : DecimalText.parse(text).orElse(Double.NaN);
            return name != Name.SYMBOL
                    && its
                            == (other.isNumber
                                    ? other.number
                                    : DecimalText.parse(other.text).orElse(Double.NaN));
        }

        /** Null when it is none. */
        BarDate date() {
            try {
                return BarDate.parse(text);
            } catch (DateTimeException e) {
                return null;
            }
        }
    }

    private record Member(Name name, Said said) {}

    private static final List<Name> PRICES = List.of(Name.OPEN, Name.HIGH, Name.LOW, Name.CLOSE);
    private static final List<Name> REST =
            List.of(Name.ADJ_CLOSE, Name.QUOTED, Name.SIMULATED, Name.CURRENCY, Name.SOURCE);
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d{1,2}:\\d{2}(:.*)?");

    private final Meanings<OtherName> names = new Meanings<>(OtherName::of);
    private final Map<Rank, Map<Name, Said>> said = new EnumMap<>(Rank.class);
    private final List<OtherName> twice = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private int next;
    private Said now;

    OtherFields() {
        for (Rank rank : Rank.values()) {
            said.put(rank, new EnumMap<>(Name.class));
        }
    }

    /** What members' names mean here, for whoever reads them. */
    Meanings<OtherName> names() {
        return names;
    }

    /**
     * Reads an object to its end; then its members are here.
     *
     * @throws Flaw when one of them may be two things
     */
    void collect(Members<OtherName> object) throws IOException, Flaw {
        said.values().forEach(Map::clear);
        twice.clear();
        members.clear();
        next = 0;
        while (object.next()) {
            OtherName name = object.name();
            if (name != null) {
                put(name, new Said(object.text(), object.isNumber(), object.isNumber() ? object.number() : Double.NaN));
            }
        }
        Rank prices = rankOfPrices();
        for (Name price : PRICES) {
            add(price, prices);
        }
        add(Name.VOLUME, has(Rank.SURE, Name.VOLUME) ? Rank.SURE : prices);
        addSymbol(prices);
        boolean interval = addInterval(prices);
        addDate(interval);
        for (Name name : REST) {
            add(name, Rank.SURE);
        }
    }

    private void put(OtherName name, Said value) {
        Said before = said.get(name.rank()).putIfAbsent(name.means(), value);
        if (before != null && !before.isSameAs(value, name.means())) {
            twice.add(name);
        }
    }

    /** All prices of a record are named in the same way: {@code c} beside {@code Open} is something else than the close. */
    private Rank rankOfPrices() {
        for (Rank rank : List.of(Rank.SURE, Rank.LETTER, Rank.CAPITAL)) {
            if (PRICES.stream().anyMatch(price -> has(rank, price))) {
                return rank;
            }
        }
        return Rank.SURE;
    }

    private void addSymbol(Rank prices) throws Flaw {
        if (add(Name.SYMBOL, Rank.SURE)) {
            return;
        }
        Said unsure = said.get(Rank.UNSURE).get(Name.SYMBOL);
        if (unsure != null && SymbolText.isOne(unsure.text) && !unsure.isNumber && !isCount(unsure.text)) {
            add(Name.SYMBOL, Rank.UNSURE);
            return;
        }
        Said letter = said.get(Rank.LETTER).get(Name.SYMBOL);
        if (letter != null
                && prices == Rank.LETTER
                && !letter.isNumber
                && SymbolText.isOne(letter.text)
                && letter.text.chars().noneMatch(Character::isLowerCase)) {
            add(Name.SYMBOL, Rank.LETTER);
        }
    }

    private static boolean isCount(String text) {
        return text.chars().allMatch(Character::isDigit);
    }

    private boolean addInterval(Rank prices) throws Flaw {
        return add(Name.INTERVAL, Rank.SURE)
                || add(Name.INTERVAL, Rank.UNSURE)
                || prices == Rank.LETTER && add(Name.INTERVAL, Rank.LETTER);
    }

    /** A date names a day, whatever time stands behind it; a mere time may be that of a minute. */
    private void addDate(boolean interval) throws Flaw {
        if (add(Name.DATE, Rank.SURE)) {
            Said time = said.get(Rank.UNSURE).get(Name.DATE);
            if (time != null && TIME_OF_DAY.matcher(time.text).matches()) {
                throw new Flaw(Reason.AMBIGUOUS, "the time of day stands apart from the date", null);
            }
        } else if (add(Name.DATE, Rank.UNSURE) || add(Name.DATE, Rank.LETTER)) {
            BarDate date = members.get(members.size() - 1).said.date();
            if (!interval && date != null && !date.isMidnight()) {
                throw new Flaw(Reason.NO_INTERVAL, "Interval is missing, and the time may be that of a minute", null);
            }
        }
    }

    private boolean has(Rank rank, Name name) {
        return said.get(rank).containsKey(name);
    }

    private boolean add(Name name, Rank rank) throws Flaw {
        Said value = said.get(rank).get(name);
        if (value == null) {
            return false;
        }
        if (twice.contains(new OtherName(name, rank))) {
            throw new Flaw(Reason.AMBIGUOUS, name.text() + " is there twice, and differs", null);
        }
        members.add(new Member(name, value));
        return true;
    }

    @Override
    public boolean next() {
        if (next == members.size()) {
            return false;
        }
        now = members.get(next++).said;
        return true;
    }

    @Override
    public Name name() {
        return members.get(next - 1).name;
    }

    @Override
    public <T> T text(Meanings<T> meanings) {
        return meanings.of(now.text);
    }

    @Override
    public String text() {
        return now.text;
    }

    @Override
    public boolean isNumber() {
        return now.isNumber;
    }

    @Override
    public double number() {
        return now.number;
    }
}
