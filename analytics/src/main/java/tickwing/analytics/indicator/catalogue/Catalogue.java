package tickwing.analytics.indicator.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tickwing.analytics.indicator.Fault;
import tickwing.analytics.indicator.Indicator;
import tickwing.analytics.indicator.InvalidStudyException;
import tickwing.analytics.indicator.Study;

/**
 * The indicators there are, and how they are asked for: {@code rsi}, {@code rsi:21}, {@code bollinger:20:2.5},
 * {@code macd:fast=8}, and lists of them with commas between. To add one, write its class and put it on the list.
 */
public final class Catalogue {
    /** Made when somebody asks for it: who shows one indicator only starts sooner without. */
    private static final class Standard {
        private static final Catalogue CATALOGUE = new Catalogue(List.of(
                new Sma(),
                new Ema(),
                new Wma(),
                Bollinger.BANDS,
                new Keltner(),
                new Donchian(),
                new Sar(),
                new Ichimoku(),
                new Vwap(),
                new Volume(),
                new Rsi(),
                new Macd(),
                new Stochastic(),
                AroonIndicator.AROON,
                new Adx(),
                new Cci(),
                new Willr(),
                new Roc(),
                new Mfi(),
                new Obv(),
                new Pvt(),
                new Atr(),
                new Natr(),
                new Volatility()));
    }

    private final List<Indicator> indicators;

    /** A list of one's own, in the order in which it is shown. */
    public Catalogue(List<Indicator> indicators) {
        this.indicators = List.copyOf(indicators);
    }

    /** All of them. */
    public static Catalogue standard() {
        return Standard.CATALOGUE;
    }

    /** The Bollinger Bands of the standard catalogue. */
    public static Indicator bollinger() {
        return Bollinger.BANDS;
    }

    /** The Aroon of the standard catalogue. */
    public static Indicator aroon() {
        return AroonIndicator.AROON;
    }

    /** In the order in which they are best read. */
    public List<Indicator> indicators() {
        return indicators;
    }

    public Optional<Indicator> find(String id) {
        return indicators.stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst();
    }

    /**
     * The study that is written as {@code id}, {@code id:value:value} or {@code id:name=value}; arguments that are not given
     * are the usual ones.
     *
     * @throws InvalidStudyException if there is none
     */
    public Study study(String text) {
        String[] parts = text.strip().split(":", -1);
        Indicator indicator = find(parts[0])
                .orElseThrow(() -> new InvalidStudyException(new Fault.UnknownIndicator(
                        parts[0],
                        Spelling.nearest(
                                parts[0], indicators.stream().map(Indicator::id).toList()))));
        return ArgumentParser.parse(indicator, List.of(parts).subList(1, parts.length));
    }

    /**
     * Studies with commas between, in the order in which they are written.
     *
     * @throws InvalidStudyException if one of them is none, or is there twice
     */
    public List<Study> studies(String list) {
        List<Study> studies = new ArrayList<>();
        for (String text : list.split(",", -1)) {
            Study study = study(text);
            if (studies.contains(study)) {
                throw new InvalidStudyException(new Fault.AskedTwice(study));
            }
            studies.add(study);
        }
        return List.copyOf(studies);
    }
}
