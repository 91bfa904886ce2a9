package basics.events;

/** A range of sort keys of one partition key, in an order. */
record KeyRange(String partitionKey, TimeRange range, boolean newestFirst) {

    /** The part that begins with a stored sort key. */
    KeyRange from(String sortKey) {
        return new KeyRange(partitionKey, range.from(sortKey, newestFirst), newestFirst);
    }
}
