package basics.acceptance.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * A page of the documentation.
 *
 * @param file where it is
 * @param links where its links and pictures lead, as written
 * @param anchors what a link can name of it: its headings, as GitHub writes them in an address
 */
record Page(Path file, List<String> links, Set<String> anchors) {

    private static final Pattern ATTRIBUTE = Pattern.compile("(?:href|src|srcset)=\"([^\"]+)\"");

    static Page of(Path file, String markdown) {
        var page = new Page(file, new ArrayList<>(), new HashSet<>());
        Parser.builder().build().parse(markdown).accept(page.new Reader());
        return page;
    }

    private final class Reader extends AbstractVisitor {

        /** Small letters, hyphens for blanks, no punctuation, and a number behind what was there before. */
        private final IdGenerator ids = IdGenerator.builder().build();

        @Override
        public void visit(Heading heading) {
            anchors.add(ids.generateId(textOf(heading)));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            links.add(image.getDestination());
        }

        @Override
        public void visit(HtmlBlock html) {
            addLinksOf(html.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            addLinksOf(html.getLiteral());
        }

        private void addLinksOf(String html) {
            ATTRIBUTE.matcher(html).results().forEach(attribute -> links.add(attribute.group(1)));
        }
    }

    private static String textOf(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text found) {
                text.append(found.getLiteral());
            }

            @Override
            public void visit(Code found) {
                text.append(found.getLiteral());
            }
        });
        return text.toString();
    }
}
