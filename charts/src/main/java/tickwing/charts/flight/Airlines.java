package tickwing.charts.flight;

import java.util.Map;

/**
 * Names of airlines by the codes of the U.S. Bureau of Transportation Statistics, which are IATA's for these; those that
 * report on-time data now or did since 1987. IATA gives a code anew after an airline is gone: the name is that of the
 * airline that U.S. data means.
 */
final class Airlines {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("9E", "Endeavor"),
            Map.entry("AA", "American"),
            Map.entry("AQ", "Aloha"),
            Map.entry("AS", "Alaska"),
            Map.entry("B6", "JetBlue"),
            Map.entry("C5", "CommuteAir"),
            Map.entry("CO", "Continental"),
            Map.entry("DH", "Independence Air"),
            Map.entry("DL", "Delta"),
            Map.entry("EA", "Eastern"),
            Map.entry("EV", "ExpressJet"),
            Map.entry("F9", "Frontier"),
            Map.entry("FL", "AirTran"),
            Map.entry("G4", "Allegiant"),
            Map.entry("G7", "GoJet"),
            Map.entry("HA", "Hawaiian"),
            Map.entry("HP", "America West"),
            Map.entry("MQ", "Envoy"),
            Map.entry("NK", "Spirit"),
            Map.entry("NW", "Northwest"),
            Map.entry("OH", "PSA"),
            Map.entry("OO", "SkyWest"),
            Map.entry("PA", "Pan Am"),
            Map.entry("PI", "Piedmont"),
            Map.entry("PS", "Pacific Southwest"),
            Map.entry("PT", "Piedmont (American Eagle)"),
            Map.entry("QX", "Horizon"),
            Map.entry("SY", "Sun Country"),
            Map.entry("TW", "Trans World"),
            Map.entry("TZ", "ATA"),
            Map.entry("UA", "United"),
            Map.entry("US", "US Airways"),
            Map.entry("VX", "Virgin America"),
            Map.entry("WN", "Southwest"),
            Map.entry("XE", "ExpressJet (XE)"),
            Map.entry("YV", "Mesa"),
            Map.entry("YX", "Republic"),
            Map.entry("ZW", "Air Wisconsin"));

    private Airlines() {}

    /** The code, and the name where it is known: {@code AA American}. */
    static String label(String code) {
        String name = NAMES.get(code);
        return name == null ? code : code + " " + name;
    }
}
