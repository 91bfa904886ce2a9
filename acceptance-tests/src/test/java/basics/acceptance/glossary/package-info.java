/** The words of the features, for their rules and for the living documentation. */
@NullMarked
package basics.acceptance.glossary;

import org.jspecify.annotations.NullMarked;
