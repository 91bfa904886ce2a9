package basics.embedded.traces;

/** What an execution environment works on: one request at a time. */
public final class Work {
    private volatile String request = "";

    /** It was given another request. */
    public void is(String id) {
        request = id;
    }

    /** The id of the request that it has, or had last; empty before the first. */
    public String request() {
        return request;
    }
}
