package basics.infra;

import basics.infra.settings.Environment;
import basics.infra.settings.NodeJs;
import basics.infra.settings.Project;
import basics.infra.settings.Refusal;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Synthesises the stack of one environment: {@code npx cdk synth -c env=dev}. */
public final class InfraApp {

    private InfraApp() {}

    /**
     * Writes the cloud assembly. On failure it prints the reason in one line on standard error and exits with 1.
     *
     * @param args
     *            the environment's name, unless the CDK command line names one with {@code -c env=…}
     */
    public static void main(String... args) {
        try {
            NodeJs.require();
            synthesise(Project.find(), args);
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
    }

    private static void synthesise(Project project, String... args) {
        var app = new App(AppProps.builder()
                .context(project.context(args))
                .outdir(project.outputDirectory())
                // It would put the CDK's version into the template, so each update of the CDK would change the
                // template.
                .analyticsReporting(false)
                .treeMetadata(false)
                .build());
        var environment = Environment.chosen(app.getNode()::tryGetContext);
        new ServiceStack(app, environment, project);
        app.synth();
    }
}
