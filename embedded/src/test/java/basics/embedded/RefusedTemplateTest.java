package basics.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import basics.embedded.fixture.Streaming;
import basics.embedded.fixture.TestAssembly;
import basics.embedded.platform.StartException;

/** What a template asks for and can't be honoured is named, in one line, and nothing is left running. */
class RefusedTemplateTest {
    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        /Resources/Stream                     | {"Type": "AWS::Kinesis::Stream"}       | can't serve Stream: its type AWS::Kinesis::Stream
        /Resources/Probe/Properties/VpcConfig | {"SubnetIds": []}                      | property VpcConfig of Probe (AWS::Lambda::Function)
        /Resources/Probe/Properties/Layers    | ["arn"]                                | property Layers of Probe
        /Resources/Probe/Properties/Runtime   | "nodejs22.x"                           | runtime nodejs22.x of Probe
        /Resources/Probe/Properties/Code      | {"ImageUri": "x"}                      | property ImageUri of Code of Probe
        /Resources/Probe/Properties/Code/S3Key | "other.zip"                           | no asset other.zip
        /Resources/Probe/Properties/Role      | "arn:aws:iam::1:role/other"            | takes on the role arn:aws:iam::1:role/other
        /Resources/Probe/Properties/ReservedConcurrentExecutions | 0                   | Probe (AWS::Lambda::Function) reserves no concurrency
        /Resources/Things/Properties/StreamSpecification | {"StreamViewType": "NEW_IMAGE", "ResourcePolicy": {}} | property ResourcePolicy of StreamSpecification of Things
        /Resources/Things/Properties/StreamSpecification | {"StreamViewType": "ALL"}   | DynamoDB refuses Things
        /Resources/Policy/Properties/PolicyDocument/Statement/0/Condition | {"Bool": {}} | property Condition of a policy statement of Policy
        /Resources/Policy/Properties/PolicyDocument/Statement/0/NotAction | "s3:*"       | property NotAction of a policy statement of Policy
        /Resources/Role/Properties/ManagedPolicyArns | ["arn:aws:iam::aws:policy/AdministratorAccess"] | managed policy arn:aws:iam::aws:policy/AdministratorAccess of Role
        /Resources/Role/Properties/PermissionsBoundary | "arn"                           | property PermissionsBoundary of Role
        /Resources/ProbePermission/Properties/SourceArn | "arn:aws:execute-api:us-east-1:000000000000:other/*" | has no permission for API Gateway
        /Resources/Api/Properties/Policy      | {}                                     | property Policy of Api
        /Resources/Stage/Properties/CanarySetting | {}                                 | property CanarySetting of Stage
        /Resources/Api/Properties/Body/paths/~1hasty/get/security | [{"jwt": []}]      | GET /hasty asks for jwt, which has no token authorizer
        /Resources/Api/Properties/Body/paths/~1hasty/get/x-amazon-apigateway-request-validator | "all" | x-amazon-apigateway-request-validator of GET /hasty
        /Resources/Api/Properties/Body/paths/~1hasty/get/x-amazon-apigateway-integration/type | "http" | the integration 'http' of GET /hasty
        /Resources/Api/Properties/Body/paths/~1hasty/get/x-amazon-apigateway-integration/credentials | "arn" | property credentials of the integration of GET /hasty
        /Resources/Probe/Properties/Handler   | {"Fn::GetStuff": "x"}                  | intrinsic function Fn::GetStuff, used in Probe/Handler
        /Resources/Probe/Properties/Handler   | {"Fn::GetAtt": ["Things", "StreamArn"]} | asks for the stream of Things, which has no StreamSpecification
        /Resources/Probe/Properties/Handler   | {"Fn::GetAtt": ["Things", "Id"]}       | no attribute Id of Things
        /Resources/Probe/Properties/Handler   | {"Ref": "Nobody"}                      | Probe/Handler refers to Nobody
        /Transform                            | "AWS::Serverless-2016-10-31"           | property Transform of the template
        """)
    void shouldNameWhatItCantHonour(String pointer, String value, String message) {
        var assembly = TestAssembly.in(directory, template -> put(template, pointer.replace("~1", "\u0001"), value));

        assertThatThrownBy(() -> Embedded.start(Settings.of(assembly))).isInstanceOf(StartException.class)
                .message().contains(message).doesNotContain("\n");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        /Resources/GuardPermission/Properties/SourceArn | "arn:aws:execute-api:us-east-1:000000000000:other/authorizers/*" | The authorizer token invokes
        /Resources/GuardPermission/Properties/FunctionName | "Other"                  | has no permission for API Gateway
        /Resources/Api/Properties/Body/components/securitySchemes/token/x-amazon-apigateway-authorizer/type | "request" | authorizer token is of the type request
        /Resources/Api/Properties/Body/components/securitySchemes/token/x-amazon-apigateway-authorizer/authorizerUri | "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:nobody/invocations" | The authorizer token invokes arn:nobody, which the template lacks
        """)
    void shouldNameWhatItCantHonourOfAnAuthorizer(String pointer, String value, String message) {
        var assembly = TestAssembly.guarded(directory, template -> put(template, pointer, value));

        assertThatThrownBy(() -> Embedded.start(Settings.of(assembly))).isInstanceOf(StartException.class)
                .message().contains(message).doesNotContain("\n");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        /Resources/SnappedAlias/Properties/RoutingConfig | {"AdditionalVersionWeights": []} | property RoutingConfig of SnappedAlias (AWS::Lambda::Alias)
        /Resources/SnappedAlias/Properties/ProvisionedConcurrencyConfig | {} | property ProvisionedConcurrencyConfig of SnappedAlias (AWS::Lambda::Alias)
        /Resources/SnappedVersion/Properties/ProvisionedConcurrencyConfig | {} | property ProvisionedConcurrencyConfig of SnappedVersion (AWS::Lambda::Version)
        /Resources/SnappedAlias/Properties/FunctionVersion | "7" | SnappedAlias (AWS::Lambda::Alias) is of version 7 of Test-Snapped
        /Resources/Snapped/Properties/SnapStart/ApplyOn | "All" | SnapStart of Snapped (AWS::Lambda::Function) applies on All
        /Resources/SnappedPermission/Properties/FunctionName | {"Ref": "Snapped"} | :live, which has no permission for API Gateway
        """)
    void shouldNameWhatItCantHonourOfAVersionOrAlias(String pointer, String value, String message) {
        var assembly = TestAssembly.with(directory, "snapstart.json", template -> put(template, pointer, value));

        assertThatThrownBy(() -> Embedded.start(Settings.of(assembly))).isInstanceOf(StartException.class)
                .message().contains(message).doesNotContain("\n");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        Stream/Properties/FilterCriteria | {"Filters": []}              | property FilterCriteria of Stream (AWS::Lambda::EventSourceMapping)
        Stream/Properties/BatchSize      | 10001                        | BatchSize of Stream (AWS::Lambda::EventSourceMapping) is 10001: from 1 to 10000
        Stream/Properties/MaximumRecordAgeInSeconds | 59                | is 59: -1, or from 60 to 604800
        Stream/Properties/StartingPosition | "AT_TIMESTAMP"             | is 'AT_TIMESTAMP': TRIM_HORIZON or LATEST
        Stream/Properties/FunctionResponseTypes | ["Other"]             | are [Other]: ReportBatchItemFailures is possible
        Stream/Properties/FunctionName   | "nobody"                     | invokes arn:aws:lambda:us-east-1:000000000000:function:nobody, which the template lacks
        Stream/Properties/EventSourceArn | "arn:aws:kinesis:other"      | reads arn:aws:kinesis:other: only streams of the template's tables
        Stream/Properties/DestinationConfig | {"OnFailure": {"Destination": "arn:aws:sns:other"}} | sends what has failed to arn:aws:sns:other
        Failures/Properties/FifoQueue    | true                         | property FifoQueue of Failures (AWS::SQS::Queue)
        Taking/Properties/Policies/0/PolicyDocument/Statement/0/Action | ["dynamodb:DescribeStream", "dynamodb:GetShardIterator"] | doesn't allow dynamodb:GetRecords on arn:aws:dynamodb:us-east-1:000000000000:table/Test-Notes
        Taking/Properties/Policies/0/PolicyDocument/Statement/1/Action | "dynamodb:ListTables" | doesn't allow dynamodb:ListStreams on *
        Taking/Properties/Policies/0/PolicyDocument/Statement/3/Action | "sqs:GetQueueUrl" | doesn't allow sqs:SendMessage on arn:aws:sqs:us-east-1:000000000000:Test-Failures
        """)
    void shouldNameWhatItCantHonourOfAStream(String pointer, String value, String message) {
        var assembly = TestAssembly.with(directory, "streams.json", template -> {
            Streaming.sends((ObjectNode) template.at("/Resources/Stream/Properties"));
            put(template, "/Resources/" + pointer, value);
        });

        assertThatThrownBy(() -> Embedded.start(Settings.of(assembly))).isInstanceOf(StartException.class)
                .message().contains(message).doesNotContain("\n");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        requestTemplates/application~1json | "{\\"statusCode\\": $input.params('a')}" | evaluate the request template of ANY /{proxy+}
        requestTemplates/application~1json | "{\\"status\\": 404}" | request template of ANY /{proxy+} gives no statusCode
        responses/default/responseTemplates/application~1json | "{\\"a\\": $input.body}" | evaluate '$input.body}' in the template of the response default of ANY /{proxy+}
        responses/default/responseTemplates/application~1json | "#set($a = 1)" | evaluate '$a = 1)' in the template of the response default
        responses/default/responseTemplates/application~1json | "## nothing" | evaluate '## nothing' in the template of the response default
        responses/default/responseTemplates/application~1json | "$context.authorizer.principalId" | evaluate '$context.authorizer.principalId' in
        responses/default/responseParameters | {"method.response.header.A": "integration.response.header.B"} | honour method.response.header.A: integration.response.header.B
        responses/default/responseParameters | {"method.response.header.A": "context.nobody"} | evaluate '$context.nobody' in method.response.header.A
        responses/default/responseParameters | {"A": "'b'"} | honour A of the response default of ANY /{proxy+}
        responses/default/contentHandling | "CONVERT_TO_BINARY" | the contentHandling CONVERT_TO_BINARY of the response default
        contentHandling | "CONVERT_TO_BINARY" | the contentHandling CONVERT_TO_BINARY of the integration of ANY /{proxy+}
        passthroughBehavior | "sometimes" | the passthroughBehavior sometimes of the integration of ANY /{proxy+}
        cacheNamespace | "a" | the property cacheNamespace of the integration of ANY /{proxy+}
        """)
    void shouldNameWhatItCantHonourOfAMock(String pointer, String value, String message) {
        var mock = "/Resources/Api/Properties/Body/paths/~1{proxy+}/x-amazon-apigateway-any-method"
                + "/x-amazon-apigateway-integration/" + pointer;
        var assembly = TestAssembly.with(directory, "mocks.json",
                template -> put(template, mock.replace("~1", "\u0001"), value));

        assertThatThrownBy(() -> Embedded.start(Settings.of(assembly))).isInstanceOf(StartException.class)
                .message().contains(message).doesNotContain("\n");
    }

    @Test
    void shouldNameAMissingAssembly() {
        assertThatThrownBy(() -> Embedded.start(Settings.of(directory.resolve("none"))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("no cloud assembly in " + directory.resolve("none"));
    }

    @Test
    void shouldNameATakenPortAndStopWhatWasStarted() {
        try (var first = Embedded.start(Settings.of(TestAssembly.in(directory)))) {
            var port = first.apiUrl().getPort();
            var before = ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count();

            assertThatThrownBy(() -> Embedded.start(Settings.of(directory).withPort(port)))
                    .isInstanceOf(StartException.class).hasMessageContaining("Port %d is taken".formatted(port))
                    .hasMessageContaining("-Dport=0");
            assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).count())
                    .isLessThanOrEqualTo(before + 1);
        }
    }

    private static void put(ObjectNode template, String pointer, String value) {
        try {
            var json = JsonMapper.builder().build().readTree(value);
            var parts = pointer.substring(1).split("/", -1);
            com.fasterxml.jackson.databind.JsonNode owner = template;
            for (var i = 0; i < parts.length - 1; i++) {
                var part = parts[i].replace('\u0001', '/');
                owner = owner.isArray() ? owner.path(Integer.parseInt(part)) : owner.path(part);
            }
            ((ObjectNode) owner).set(parts[parts.length - 1].replace('\u0001', '/'), json);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(value, malformed);
        }
    }
}
