package basics.upkeep;

/** Where the lines for the person at the console go. */
@FunctionalInterface
interface Output {
    void line(String text);
}
