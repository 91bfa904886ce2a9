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
     * Writes the cloud assembly, or one line on the standard error that says why not and exits with 1.
     *
     * @param args
     *            the environment's name when the CDK command line, which hands over {@code -c env=…}, isn't the caller
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
                // The CDK's version in the template would be a change with each update of the CDK.
                .analyticsReporting(false)
                .treeMetadata(false)
                .build());
        var environment = Environment.chosen(app.getNode()::tryGetContext);
        new ServiceStack(app, environment, project);
        app.synth();
    }
}
