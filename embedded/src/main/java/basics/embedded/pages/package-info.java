/**
 * Pages for whoever has started the service on this machine, below {@code /_local/}: what can be called, what a request did,
 * how the functions are. Read-only, and for this machine only.
 */
@NullMarked
package basics.embedded.pages;

import org.jspecify.annotations.NullMarked;
