/** The living documentation: a site, and a page for developers, made of the messages that runs of the features leave. */
@NullMarked
package basics.acceptance.documentation;

import org.jspecify.annotations.NullMarked;
