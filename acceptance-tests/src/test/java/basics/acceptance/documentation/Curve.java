package basics.acceptance.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The history of a target as a picture: how many examples passed, run by run, from the fewest to the most. */
record Curve(String target, List<Point> points, RunLine newest) {

    static final int WIDTH = 320;
    static final int HEIGHT = 48;
    private static final int MARGIN = 5;

    /** A run, at its place in the picture. */
    record Point(int x, int y, RunLine run) {

        boolean isGood() {
            return run.failed() == 0;
        }
    }

    static Curve of(String target, List<RunLine> lines) {
        var passed = lines.stream().mapToLong(RunLine::passed).summaryStatistics();
        var span = (double) Math.max(1, passed.getMax() - passed.getMin());
        var points = new ArrayList<Point>();
        for (var at = 0; at < lines.size(); at++) {
            var share = lines.size() == 1 ? 1.0 : at / (lines.size() - 1.0);
            points.add(new Point(place(WIDTH, share), place(HEIGHT, (passed.getMax() - lines.get(at).passed()) / span),
                    lines.get(at)));
        }
        return new Curve(target, points, lines.getLast());
    }

    private static int place(int length, double share) {
        return (int) Math.round(MARGIN + share * (length - 2 * MARGIN));
    }

    /** As SVG has it. */
    String line() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }
}
