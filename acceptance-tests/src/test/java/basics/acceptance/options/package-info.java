/**
 * The options of the command line. {@link basics.acceptance.options.CommandLine} checks them before anything is built.
 * It runs from source, so this package may use only the JDK.
 */
package basics.acceptance.options;
