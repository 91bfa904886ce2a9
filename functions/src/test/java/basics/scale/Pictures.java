package basics.scale;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Draws the pictures of the page. */
final class Pictures {
    private static final List<String> STYLES = List.of("one", "two", "three");
    private static final int LEFT = 24;

    private Pictures() {}

    /** @param spread for each number of shards, how many events each partition key takes */
    static String spread(Map<Integer, Map<String, Integer>> spread) {
        var width = 690;
        var svg = new Svg(238, "One event name on 1, 4 and 16 partition keys",
                "Each bar is 10,000 events of one name, cut into the partition keys that they are stored under. "
                        + String.join(" ", spread.entrySet().stream().map(Pictures::inWords).toList()));
        svg.text("small", LEFT, 56, "10,000 events, cut into the partition keys that they are stored under");
        var y = 76;
        for (var shards : spread.entrySet()) {
            var all = Share.all(shards.getValue());
            svg.text("head", LEFT, y + 26, shards.getKey() == 1 ? "1 shard" : shards.getKey() + " shards");
            var x = 120.0;
            for (var events : shards.getValue().values()) {
                svg.bar("one", x, y, (double) width * events / all, 40);
                x += (double) width * events / all;
            }
            svg.text("", 120 + width + 16, y + 17, Share.largest(shards.getValue()) + " at most");
            svg.text("small", 120 + width + 16, y + 35, Share.fitting(shards.getValue()) + "/s fit");
            y += 52;
        }
        return svg.toString();
    }

    private static String inWords(Map.Entry<Integer, Map<String, Integer>> spread) {
        return "%d: the largest takes %s, so %s events a second fit.".formatted(spread.getKey(),
                Share.largest(spread.getValue()), Share.fitting(spread.getValue()));
    }

    /** @param rows an operation's case, then units and calls for each number of shards */
    static String reads(List<List<String>> rows, List<Integer> shards) {
        var widest = rows.stream().flatMap(row -> row.stream().skip(2)).filter(cell -> !cell.isEmpty())
                .mapToDouble(Double::parseDouble).max().orElseThrow();
        var svg = new Svg(92 + rows.size() * 92, "Read units of a request at 1, 4 and 16 shards",
                String.join(" ", rows.stream().map(row -> "%s, %s: %s units.".formatted(row.get(0), row.get(1),
                        String.join(", ", shards.stream().map(n -> row.get(units(shards, n))).toList()))).toList()));
        svg.text("small", LEFT, 56, "1,000 small events of one name; the units are DynamoDB's own count");
        var y = 76;
        for (var row : rows) {
            svg.text("head", LEFT, y + 22, row.get(0));
            svg.text("small", LEFT, y + 42, row.get(1));
            for (var i = 0; i < shards.size(); i++) {
                var units = row.get(units(shards, shards.get(i)));
                var calls = row.get(units(shards, shards.get(i)) + 1);
                var width = 480 * Double.parseDouble(units) / widest;
                svg.bar(STYLES.get(i), 260, y + i * 24, width, 20);
                svg.text("small", 268 + width, y + i * 24 + 15, "%s %s at %s, %s".formatted(units,
                        units.equals("1") ? "unit" : "units", shards(shards.get(i)), calls(calls)));
            }
            y += 92;
        }
        return svg.toString();
    }

    private static int units(List<Integer> shards, int n) {
        return 2 + 2 * shards.indexOf(n);
    }

    private static String shards(int n) {
        return n == 1 ? "1 shard" : n + " shards";
    }

    private static String calls(String calls) {
        return calls.equals("1") ? "1 call" : calls + " calls";
    }

    /** On a logarithmic scale, from 1 unit a second to 100,000. */
    static String rates(List<Rate> rates) {
        var svg = new Svg(104 + rates.size() * 76,
                "Write units a second, from 10 events a second to a million a minute",
                String.join(" ", rates.stream()
                        .map(rate -> "%s events a second: %s units one by one on %d shards, %s in batches on %d."
                                .formatted(Rate.number(rate.perSecond()), Rate.number(rate.single()),
                                        rate.singleShards(),
                                        Rate.number(rate.batched()), rate.batchedShards()))
                        .toList()));
        svg.text("small", LEFT, 56,
                "Of the table, by small events; the scale is logarithmic. The lines are DynamoDB's limits");
        var bottom = 88 + rates.size() * 76;
        limit(svg, Rate.PARTITION, "1,000: a partition", bottom);
        limit(svg, Rate.TABLE, "40,000: a table's quota", bottom);
        svg.text("small end", 936, 84, "needed");
        var y = 104;
        for (var rate : rates) {
            svg.text("head", LEFT, y + 18, Rate.number(rate.perSecond()) + " events/s");
            svg.text("small", LEFT, y + 36, Rate.number(rate.perMinute()) + " a minute");
            bar(svg, "one", y, rate.single(), "one by one", rate.singleShards());
            bar(svg, "two", y + 26, rate.batched(), "in batches", rate.batchedShards());
            y += 76;
        }
        return svg.toString();
    }

    private static void limit(Svg svg, BigDecimal units, String name, int bottom) {
        svg.line("limit", x(units), 92, bottom);
        svg.text("limits mid", x(units), 84, name);
    }

    private static void bar(Svg svg, String style, int y, BigDecimal units, String how, int shards) {
        svg.bar(style, 170, y, x(units) - 170, 22);
        svg.text("on", 178, y + 15, Rate.number(units) + " " + how);
        svg.text("small end", 936, y + 15, shards(shards));
    }

    private static double x(BigDecimal units) {
        return 170 + 130 * Math.log10(units.doubleValue());
    }
}
