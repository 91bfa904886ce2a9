package basics.scale;

import java.util.Locale;

/** A picture of 960 pixels' width, for readers in the light and in the dark and for those who listen. */
final class Svg {
    private static final String STYLE = """
          <style>
            :root { --bg: #ffffff; --edge: #d0d7de; --ink: #1f2328; --dim: #57606a; --one: #0969da; --two: #8250df; --three: #1a7f37; --limit: #cf222e; }
            @media (prefers-color-scheme: dark) {
              :root { --bg: #0d1117; --edge: #3d444d; --ink: #f0f6fc; --dim: #9198a1; --one: #58a6ff; --two: #bc8cff; --three: #3fb950; --limit: #ff7b72; }
            }
            text { font-family: -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; font-size: 14px; fill: var(--ink); }
            .small { font-size: 12px; fill: var(--dim); }
            .on { font-size: 12px; fill: var(--bg); }
            .head { font-weight: 600; }
            .end { text-anchor: end; }
            .mid { text-anchor: middle; }
            .bg { fill: var(--bg); stroke: var(--edge); }
            .one { fill: var(--one); }
            .two { fill: var(--two); }
            .three { fill: var(--three); }
            .bars { stroke: var(--bg); }
            .rule { stroke: var(--edge); }
            .limit { stroke: var(--limit); stroke-width: 1.5; stroke-dasharray: 5 3; }
            .limits { fill: var(--limit); font-size: 12px; }
          </style>
        """;

    private final StringBuilder svg = new StringBuilder();

    /** @param description the whole message in words */
    Svg(int height, String title, String description) {
        svg.append(
                """
                    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 %1$d" width="960" height="%1$d" role="img" aria-labelledby="title desc">
                      <!-- Made by EventsAtScaleTest from what it measures. -->
                      <title id="title">%2$s</title>
                      <desc id="desc">%3$s</desc>
                    %4$s  <rect class="bg" x="0.5" y="0.5" width="959" height="%5$d" rx="8"/>
                    """.formatted(
                        height, title, description, STYLE, height - 1));
        text("head", 24, 34, title);
    }

    Svg text(String style, double x, double y, String text) {
        return element("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>".formatted(style, number(x), number(y), text));
    }

    Svg bar(String style, double x, double y, double width, double height) {
        return element("<rect class=\"bars %s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>".formatted(style,
                number(x), number(y), number(width), number(height)));
    }

    /** A vertical line. */
    Svg line(String style, double x, double from, double to) {
        return element("<line class=\"%1$s\" x1=\"%2$s\" x2=\"%2$s\" y1=\"%3$s\" y2=\"%4$s\"/>".formatted(style,
                number(x), number(from), number(to)));
    }

    private Svg element(String element) {
        svg.append("  ").append(element).append('\n');
        return this;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
    }

    @Override
    public String toString() {
        return svg + "</svg>\n";
    }
}
