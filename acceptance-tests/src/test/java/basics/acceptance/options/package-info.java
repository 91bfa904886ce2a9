/**
 * The command line's options. {@link basics.acceptance.options.CommandLine} checks them before anything is built, started
 * from its source: nothing here needs more than the JDK.
 */
package basics.acceptance.options;
