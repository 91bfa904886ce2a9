package basics.infra;

import java.nio.file.Path;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Runtime;

/**
 * What a function runs, and what runs it.
 *
 * @param architecture
 *            of the machine: any for a jar, while a zip with native code knows one
 */
record FunctionCode(Code code, Runtime runtime, Architecture architecture) {

    /** The operations' code, as the environment wants it. */
    static FunctionCode ofOperations(Project project, Environment environment) {
        return environment.customRuntime()
                ? project.existingCustomRuntime().code()
                : managed(project.existingFunctionJar());
    }

    /** A jar on Lambda's own Java. */
    static FunctionCode managed(Path jar) {
        return new FunctionCode(Code.fromAsset(jar.toString()), Runtime.JAVA_25, Architecture.ARM_64);
    }
}
