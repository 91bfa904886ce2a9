package basics.testing;

import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.JniHelper;

/** Runs the registered checkpoint hooks by the context of Lambda's runtime client. */
public final class RuntimeHooks {
    /**
     * The lock for tests that register hooks, since a checkpoint of another test would run them ({@code ResourceLock}).
     */
    public static final String LOCK = "hooks of a snapshot";

    static {
        // The context resets cached addresses through a native library.
        JniHelper.load();
    }

    private RuntimeHooks() {}

    public static void checkpoint() throws Exception {
        Core.getGlobalContext().beforeCheckpoint(null);
    }

    public static void restore() throws Exception {
        Core.getGlobalContext().afterRestore(null);
    }
}
