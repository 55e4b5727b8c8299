package tickwing.common.bar;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickwing.common.record.Decoded;
import tickwing.common.record.Reason;

/** Records that other people's producers put on the topic. */
class OtherBarsTest {
    /** The bar that all of them mean. */
    private static final String BAR = "GOOD 1d 2023-01-05 10.0 11.0 9.0 10.4 100.0";

    private static final String PRICES = "\"open\":10,\"high\":11,\"low\":9,\"close\":10.4,\"volume\":100";
    private static final String PAYLOAD = "{\"symbol\":\"GOOD\",\"date\":\"2023-01-05\"," + PRICES + "}";

    private final BarJson.Reader reader = new BarJson.Reader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Date':'2023-01-05','Open':10,'High':11,'Low':9,'Close':10.4,'Volume':100,'Ticker':'GOOD'}",
                "{'Date':'2023-01-05','Open':10,'High':11,'Low':9,'Close':10.4,'Volume':100,'Name':'GOOD'}",
                "{'Date':'2023-01-05','Open':10,'High':11,'Low':9,'Close':10.4,'Volume':100,'Index':'GOOD'}",
                "{'Date':'2023-01-05','Open':10,'High':11,'Low':9,'Close':10.4,'Volume':100,'Stock':'GOOD'}",
                "{'date':'2023-01-05','open':10,'high':11,'low':9,'close':10.4,'volume':100,'symbol':'GOOD'}",
                "{'DATE':'2023-01-05','OPEN':10,'HIGH':11,'LOW':9,'CLOSE':10.4,'VOLUME':100,'SYMBOL':'GOOD'}",
                "{'date':'2023-01-05','open':'10.0','high':'11','low':'9','close':'10.4','volume':'100','ticker':'GOOD'}",
                "{'symbol':'GOOD','name':'Good Inc.','date':'2023-01-05',PRICES}",
                "{'symbol':'GOOD','index':17,'date':'2023-01-05',PRICES}",
                "{'symbol':'GOOD','label':'Jan 5, 2023','date':'2023-01-05',PRICES}",
                "{'Symbol':'GOOD','ticker':'GOOD','Date':'2023-01-05','date':'2023-01-05T00:00:00',PRICES}",
                "{'symbol':'GOOD','date':'2023-01-05','open':10,'high':11,'low':9,'close':10.4,'Close':'10.40','volume':100}",
                "{'symbol':'GOOD','date':'2023-01-05','c':-3,'o':'yes','v':1,PRICES}",
                "{'symbol':'GOOD','date':'2023-01-05','timestamp':1764374400000,PRICES}",
                "{'symbol':'GOOD','date':20230105,PRICES}",
                "{'symbol':'GOOD','date':'2023-01-05T00:00:00.000+0000',PRICES}",
                "{'Date':1672876800000,'Symbol':'GOOD',PRICES}",
                "{'symbol':'GOOD','timestamp':1672876800,PRICES}",
                "{'symbol':'GOOD','timestamp':1672876800.0,PRICES}",
                "{'symbol':'GOOD','timestamp':'1672876800',PRICES}",
                "{'symbol':'GOOD','time':1672876800000,PRICES}",
                "{'symbol':'GOOD','time':1.6728768E12,PRICES}",
                "{'symbol':'GOOD','t':1672876800000000,PRICES}",
                "{'symbol':'GOOD','ts':1672876800000000000,PRICES}",
                "{'symbol':'GOOD','timestamp':'2023-01-05T00:00:00Z',PRICES}",
                "{'symbol':'GOOD','timestamp':1672929000,'interval':'1d',PRICES}",
                "{'sym':'GOOD','t':1672876800000,'o':10,'h':11,'l':9,'c':10.4,'v':100}",
                "{'S':'GOOD','T':'b','t':'2023-01-05T00:00:00Z','o':10,'h':11,'l':9,'c':10.4,'v':100,'n':5,'vw':10.1}",
                "{'s':'GOOD','i':'1d','t':1672876800000,'o':'10','h':'11','l':'9','c':'10.4','v':'100','V':'7','L':9}",
                "{'symbol':'GOOD','date':'2023-01-05','O':10,'H':11,'L':9,'C':10.4,'V':100}",
                "{'schema':{'type':'struct','fields':[]},'payload':{'symbol':'GOOD','date':'2023-01-05',PRICES}}",
                "{'payload':{'symbol':'GOOD','date':'2023-01-05',PRICES},'schema':null}",
                "[{'symbol':'GOOD','date':'2023-01-05',PRICES}]",
                "{'symbol':'GOOD','date':'2023-01-05','dividends':NaN,PRICES}",
                "{'symbol':'GOOD','date':'2023-01-05','adj_close':NaN,PRICES}",
            })
    void areReadAsWhatTheyMean(String json) {
        assertEquals(BAR, text(only(null, json(json))));
    }

    @Test
    void areReadOutOfTextsAndEnvelopesAroundThem() {
        String quoted = '"' + PAYLOAD.replace("\"", "\\\"") + '"';
        assertEquals(BAR, text(only(null, quoted)));
        assertEquals(BAR, text(only(null, "{\"schema\":{\"type\":\"string\"},\"payload\":" + quoted + "}")));
        String envelope = "{\"schema\":{},\"payload\":" + PAYLOAD + "}";
        assertEquals(BAR, text(only(null, '"' + envelope.replace("\"", "\\\"") + '"')));
    }

    @Test
    void areReadBehindAByteOrderMark() {
        assertEquals(BAR, text(only(null, "\uFEFF" + PAYLOAD)));
        byte[] utf16 = ("\uFEFF" + PAYLOAD).getBytes(UTF_16LE);
        assertEquals(BAR, text(value(reader.read(null, utf16).get(0))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GOOD",
                "\"GOOD\"",
                "{\"schema\":{\"type\":\"string\"},\"payload\":\"GOOD\"}",
                "{\"symbol\":\"GOOD\"}",
                "{\"schema\":{},\"payload\":{\"Ticker\":\"GOOD\",\"day\":4}}",
            })
    void mayHaveTheSymbolInTheirKeysAlone(String key) {
        assertEquals(BAR, text(only(key, "{\"date\":\"2023-01-05\"," + PRICES + "}")));
        assertEquals(
                BAR,
                text(only(
                        key,
                        "{\"Date\":\"2023-01-05\",\"Open\":10,\"High\":11,\"Low\":9,\"Close\":10.4,\"Volume\":100}")));
        assertEquals(BAR, text(only(key, "{\"symbol\":\" \",\"date\":\"2023-01-05\"," + PRICES + "}")));
        assertEquals(BAR, text(only(key, "{\"schema\":{},\"payload\":{\"date\":\"2023-01-05\"," + PRICES + "}}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"600519", "BRK.B", "^GSPC", "EURUSD=X", "BTC-USD"})
    void mayHaveAnySymbolInTheirKeys(String key) {
        assertEquals(key, only(key, "{\"date\":\"2023-01-05\"," + PRICES + "}").symbol());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "null",
                "two words",
                "1672876800000",
                "2023-01-05",
                "20230105",
                "0b5f6f5e-6c1f-4a6e-9d2e-0a1b2c3d4e5f",
                "{\"id\":7}",
                "{\"symbol\":\"A\",\"ticker\":\"B\"}",
                "\u0000\u0000\u0000\u0000\u0001GOOD",
                "{\"symbol\"",
            })
    void haveNoSymbolWhereTheKeyIsSomethingElse(String key) {
        assertEquals(Reason.NO_SYMBOL, why(key, "{'date':'2023-01-05',PRICES}").reason());
    }

    @Test
    void areOfTheSymbolInTheValueWhateverTheKeySays() {
        assertEquals("GOOD", only("BAD", PAYLOAD).symbol());
        assertEquals(
                "GOOD",
                only("BAD", json("{'Name':'GOOD','date':'2023-01-05',PRICES}")).symbol());
    }

    @Test
    void keepTheTimeOfABarShorterThanADay() {
        Bar bar = only(null, json("{'symbol':'GOOD','timestamp':1672929000,'interval':'1m',PRICES}"));
        assertEquals("2023-01-05T14:30:00+00:00", bar.time().toString());
        assertTrue(!bar.isForming());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "AMBIGUOUS | {'symbol':'GOOD','ticker':'BETTER','date':'2023-01-05',PRICES}",
                "AMBIGUOUS | {'Label':'up','symbol':'GOOD','date':'2023-01-05',PRICES}",
                "AMBIGUOUS | {'Label':'A','Symbol':'B','Date':'2023-01-05','Open':1,'High':1,'Low':1,'Close':1}",
                "AMBIGUOUS | {'Label':'A','Date':'2023-01-05','Datetime':'2023-01-06','Open':1,'High':1,'Low':1,'Close':1}",
                "AMBIGUOUS | {'symbol':'GOOD','date':'2023-01-05','Close':1,PRICES}",
                "AMBIGUOUS | {'symbol':'GOOD','timestamp':1672876800,'time':1672963200,PRICES}",
                "AMBIGUOUS | {'symbol':'GOOD','date':'2023-01-05','time':'09:30:00',PRICES}",
                "NO_INTERVAL | {'symbol':'GOOD','timestamp':1672929000,PRICES}",
                "NO_INTERVAL | {'s':'GOOD','t':1672929000000,'o':10,'h':11,'l':9,'c':10.4,'v':100}",
                "NO_INTERVAL | {'symbol':'GOOD','timestamp':1672876800,'timeframe':'1Min',PRICES}",
                "NO_SYMBOL | {'date':'2023-01-05',PRICES}",
                "NO_SYMBOL | {'index':17,'date':'2023-01-05',PRICES}",
                "NO_SYMBOL | {'index':'17','date':'2023-01-05',PRICES}",
                "NO_SYMBOL | {'name':'Good Inc.','date':'2023-01-05',PRICES}",
                "NO_SYMBOL | {'label':'Jan 5, 23','date':'2023-01-05',PRICES}",
                "NO_SYMBOL | {'s':'ok','t':1672876800,'o':10,'h':11,'l':9,'c':10.4,'v':100}",
                "NO_SYMBOL | {'T':'GOOD','t':1672876800,'o':10,'h':11,'l':9,'c':10.4,'v':100}",
                "NO_DATE | {'symbol':'GOOD',PRICES}",
                "NO_DATE | {'symbol':'GOOD','date':19362,PRICES}",
                "NO_DATE | {'symbol':'GOOD','date':44931,PRICES}",
                "NO_DATE | {'symbol':'GOOD','date':'05/01/2023',PRICES}",
                "NO_DATE | {'symbol':'GOOD','date':'Thu Jan  5 2023',PRICES}",
                "NO_DATE | {'symbol':'GOOD','time':2023010500,PRICES}",
                "NO_DATE | {'symbol':'GOOD','time':202301050000,PRICES}",
                "NO_DATE | {'symbol':'GOOD','t':'trade',PRICES}",
                "NO_CLOSE | {'symbol':'GOOD','date':'2023-01-05','price':10.4}",
                "NO_CLOSE | {'symbol':'GOOD','date':'2023-01-05','open':10,'high':11,'low':9,'c':10.4}",
                "NO_CLOSE | {'symbol':'GOOD','date':'2023-01-05','open':10,'high':11,'low':9,'close':NaN}",
                "NO_CLOSE | {'symbol':'GOOD','date':'2023-01-05','open':10,'high':11,'low':9,'adjclose':10.4}",
                "NO_CLOSE | {'symbol':'GOOD','date':'2023-01-05','open':10,'high':11,'low':9,'close':'10,4'}",
                "WRONG_PRICE | {'symbol':'GOOD','date':'2023-01-05','close':10.4}",
                "WRONG_PRICE | {'symbol':'GOOD','date':'2023-01-05','open':10,'high':Infinity,'low':9,'close':10.4}",
                "WRONG_PRICE | {'symbol':'GOOD','date':'2023-01-05','open':10,'high':8,'low':9,'close':10.4}",
                "WRONG_VOLUME | {'symbol':'GOOD','date':'2023-01-05','open':10,'high':11,'low':9,'close':10,'volume':-1}",
                "NO_OBJECT | null",
                "NO_OBJECT | 17",
                "NO_OBJECT | {'schema':{},'payload':null}",
                "NOT_JSON | hello world",
                "NOT_JSON | Date,Open,High,Low,Close",
                "NOT_JSON | 'GOOD,2023-01-05,10,11,9,10.4'",
                "NO_DATE | {'schema':{},'payload':{'symbol':'GOOD'},'more':1}",
            })
    void areSkippedRatherThanReadAsSomethingElse(Reason reason, String json) {
        String key = reason == Reason.NO_SYMBOL ? null : "GOOD";
        assertEquals(reason, why(key, json).reason(), why(key, json).detail());
    }

    @Test
    void doNotChangeHowTheSuitesOwnAreRead() {
        String own = "{\"Date\":\"2023-01-05\",\"Open\":10,\"High\":11,\"Low\":9,\"Close\":10.4,\"Adj Close\":null,"
                + "\"Volume\":100,\"Label\":\"GOOD\",\"Interval\":\"1d\"}";
        for (String json : List.of(own, PAYLOAD, own, json("{'date':'2023-01-05',PRICES}"), own)) {
            assertEquals(BAR, text(only("GOOD", json)));
        }
    }

    private static String json(String quotedSingly) {
        return quotedSingly.replace("PRICES", PRICES).replace('\'', '"');
    }

    private Bar only(String key, String json) {
        List<Decoded<Bar>> bars = reader.read(key == null ? null : key.getBytes(UTF_8), json.getBytes(UTF_8));
        assertEquals(1, bars.size());
        return value(bars.get(0));
    }

    private Decoded.Rejected<?> why(String key, String quotedSingly) {
        List<Decoded<Bar>> bars = reader.read(
                key == null ? null : key.getBytes(UTF_8), json(quotedSingly).getBytes(UTF_8));
        assertEquals(1, bars.size());
        return assertInstanceOf(Decoded.Rejected.class, bars.get(0));
    }

    private static Bar value(Decoded<Bar> decoded) {
        return assertInstanceOf(Decoded.Ok.class, decoded, decoded::toString).value() instanceof Bar bar ? bar : null;
    }

    private static String text(Bar bar) {
        return bar.symbol() + " " + bar.interval() + " " + bar.time() + " " + bar.open() + " " + bar.high() + " "
                + bar.low() + " " + bar.close() + " " + bar.volume();
    }
}
