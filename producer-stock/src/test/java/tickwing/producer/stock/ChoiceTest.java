package tickwing.producer.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tickwing.common.cli.ExitCode;
import tickwing.common.cli.Program;
import tickwing.producer.stock.source.KafkaOutlet;
import tickwing.producer.stock.source.StockSource;

@Timeout(30)
class ChoiceTest {
    private static String refused(String line) {
        StringWriter err = new StringWriter();
        int code = Program.run(
                new ProducerStock(Sources.standard(), KafkaOutlet::new),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err),
                line.split(" "));
        assertEquals(ExitCode.USAGE, code, err.toString());
        return err.toString().lines().findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seed 3 x.csv | --seed goes with --source simulated, not with files.",
                "--ticks-per-bar 13 x.csv | --ticks-per-bar goes with --source simulated, not with files.",
                "--stream x.csv | --stream goes with --source yahoo, not with files.",
                "--history 1y x.csv | --history goes with --source yahoo or binance, not with files.",
                "--every 3s x.csv | --every goes with --source simulated, yahoo or binance, not with files.",
                "--binance-url http://localhost:1 x.csv | --binance-url goes with --source binance, not with files.",
                "--source binance --stream | --stream goes with --source yahoo, not with --source binance.",
                "--source yahoo --zone UTC | --zone goes with files, not with --source yahoo.",
                "--source yahoo --speed 2 | --speed goes with files, not with --source yahoo.",
                "--source binance x.csv | FILE goes with --source csv or simulated, not with --source binance.",
                "--source simulated --report r.json |"
                        + " --report goes with --source csv, yahoo or binance, not with --source simulated.",
                "--source simulated --redrive | --redrive goes with files, not with --source simulated.",
            })
    void refusesAnOptionOfAnotherSource(String line, String sentence) {
        assertEquals(sentence, refused(line));
    }

    @Test
    void namesTheSourcesThereAreToOneThatIsNone() {
        assertTrue(refused("--source tarot")
                .endsWith("expected one of [csv, simulated, yahoo, binance] (case-insensitive) but was 'tarot'"));
    }

    @Test
    void theOptionsThatASourceTakesAreThereAndOfNoSourceAlone() {
        CommandSpec spec = new CommandLine(new ProducerStock(Sources.standard(), KafkaOutlet::new)).getCommandSpec();
        for (StockSource source : Sources.standard()) {
            for (String name : source.takes()) {
                if (!name.equals("FILE")) {
                    assertNotNull(spec.findOption(name), source.name() + " takes " + name);
                }
                spec.mixins().values().stream()
                        .filter(mixin -> Sources.standard().stream()
                                .anyMatch(s -> mixin == spec.mixins().get(s.name())))
                        .forEach(mixin -> assertFalse(mixin.optionsMap().containsKey(name), name));
            }
        }
    }
}
