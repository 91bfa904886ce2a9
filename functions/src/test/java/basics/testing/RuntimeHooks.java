package basics.testing;

import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.JniHelper;

/** The hooks that are registered, run by the context of Lambda's own runtime client, as it runs them. */
public final class RuntimeHooks {
    /** For tests that register hooks, which a checkpoint of another test would run ({@code ResourceLock}). */
    public static final String LOCK = "hooks of a snapshot";

    static {
        // The context forgets addresses, by a native library.
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
