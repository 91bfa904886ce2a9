package basics.infra.functions;

import java.nio.file.Path;

import basics.infra.settings.CustomRuntime;
import basics.infra.settings.Environment;
import basics.infra.settings.Project;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Runtime;

/**
 * A function's code, runtime and processor.
 *
 * @param architecture
 *            the processor's: any for a jar, only one for a zip with native code
 */
public record FunctionCode(Code code, Runtime runtime, Architecture architecture) {

    /** The operations' code, for the environment's runtime. */
    public static FunctionCode ofOperations(Project project, Environment environment) {
        return environment.customRuntime()
                ? custom(project.existingCustomRuntime())
                : managed(project.existingFunctionJar());
    }

    private static FunctionCode custom(CustomRuntime runtime) {
        return new FunctionCode(Code.fromAsset(runtime.zip().toString()), Runtime.PROVIDED_AL2023,
                Architecture.custom(runtime.architecture()));
    }

    /** A jar on Lambda's own Java. */
    public static FunctionCode managed(Path jar) {
        return new FunctionCode(Code.fromAsset(jar.toString()), Runtime.JAVA_25, Architecture.ARM_64);
    }
}
