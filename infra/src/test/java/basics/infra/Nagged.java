package basics.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import basics.infra.settings.Environment;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import io.github.cdklabs.cdknag.NagPackProps;
import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagReportFormat;
import io.github.cdklabs.cdknag.NagSuppressions;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;

/**
 * The findings of cdk-nag for an environment, from its reports in the cloud assembly.
 *
 * @param template
 *            the template after cdk-nag, with suppressions in its metadata
 */
record Nagged(List<Finding> findings, JsonNode template) {

    private static final Map<String, Nagged> BY_ENVIRONMENT = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A rule's verdict on a resource. Its path begins below the stack. */
    record Finding(String rule, String path, String verdict) {

        boolean accepted() {
            return verdict.equals("Suppressed");
        }

        boolean compliant() {
            return verdict.equals("Compliant");
        }
    }

    /** Applies the rules of AWS Solutions, and to prod those of NIST 800-53 too. */
    static Nagged of(String environment) {
        return BY_ENVIRONMENT.computeIfAbsent(environment, name -> check(name, Acceptances.of(name)));
    }

    private static Nagged check(String environment, List<Acceptance> acceptances) {
        try {
            var folder = Synthesised.folder("nag");
            var app = new App(AppProps.builder().context(Synthesised.context(environment,
                    Map.of("ciRole", "ci"))).outdir(folder.toString()).analyticsReporting(false).treeMetadata(false)
                    .build());
            var stack = new ServiceStack(app, Environment.chosen(app.getNode()::tryGetContext),
                    Synthesised.projectWithSmallJars());
            var properties = NagPackProps.builder().reportFormats(List.of(NagReportFormat.JSON)).build();
            Aspects.of(app).add(new AwsSolutionsChecks(properties));
            if (environment.equals("prod")) {
                Aspects.of(app).add(new NIST80053R5Checks(properties));
            }
            acceptances.forEach(acceptance -> accept(stack, acceptance));
            app.synth();
            return new Nagged(findings(folder, stack.getStackName() + '/'),
                    JSON.readTree(folder.resolve(stack.getTemplateFile()).toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(ServiceStack stack, Acceptance acceptance) {
        var suppression = NagPackSuppression.builder().id(acceptance.rule()).reason(acceptance.reason()).build();
        NagSuppressions.addResourceSuppressionsByPath(stack,
                '/' + stack.getStackName() + '/' + acceptance.path(), List.of(suppression));
    }

    private static List<Finding> findings(Path folder, String prefix) throws IOException {
        var findings = new ArrayList<Finding>();
        try (var reports = Files.newDirectoryStream(folder, "*-NagReport.json")) {
            for (var report : reports) {
                JSON.readTree(report.toFile()).path("lines").forEach(line -> findings.add(
                        new Finding(line.path("ruleId").asText(), line.path("resourceId").asText().replace(prefix, ""),
                                line.path("compliance").asText())));
            }
        }
        return findings;
    }
}
