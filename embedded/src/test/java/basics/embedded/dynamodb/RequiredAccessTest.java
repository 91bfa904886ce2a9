package basics.embedded.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import basics.embedded.template.Json;

class RequiredAccessTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        PutItem | {"TableName": "a"} | dynamodb:PutItem table/a
        Query | {"TableName": "a"} | dynamodb:Query table/a
        Query | {"TableName": "a", "IndexName": "i"} | dynamodb:Query table/a/index/i
        Scan | {"TableName": "table/a"} | dynamodb:Scan table/table/a
        ListTables | {} | dynamodb:ListTables *
        BatchGetItem | {"RequestItems": {"a": {}, "b": {}}} | dynamodb:BatchGetItem table/a, dynamodb:BatchGetItem table/b
        BatchWriteItem | {"RequestItems": {"a": []}} | dynamodb:BatchWriteItem table/a
        TransactGetItems | {"TransactItems": [{"Get": {"TableName": "a"}}]} | dynamodb:GetItem table/a
        TransactWriteItems | {"TransactItems": [{"Put": {"TableName": "a"}}, {"Update": {"TableName": "a"}}, {"Delete": {"TableName": "b"}}, {"ConditionCheck": {"TableName": "b"}}]} | dynamodb:PutItem table/a, dynamodb:UpdateItem table/a, dynamodb:DeleteItem table/b, dynamodb:ConditionCheckItem table/b
        ExecuteStatement | {"Statement": "SELECT * FROM \\"a\\" WHERE x = 1"} | dynamodb:PartiQLSelect table/a
        ExecuteStatement | {"Statement": "select x from \\"a\\".\\"i\\""} | dynamodb:PartiQLSelect table/a/index/i
        ExecuteStatement | {"Statement": "INSERT INTO a VALUE {}"} | dynamodb:PartiQLInsert table/a
        BatchExecuteStatement | {"Statements": [{"Statement": "UPDATE \\"a\\" SET x = 1"}]} | dynamodb:PartiQLUpdate table/a
        ExecuteTransaction | {"TransactStatements": [{"Statement": "DELETE FROM \\"a\\" WHERE x = 1"}]} | dynamodb:PartiQLDelete table/a
        ExecuteStatement | {"Statement": "nonsense"} | dynamodb:PartiQLUnreadable table/*
        """)
    void shouldNameEachActionAndResource(String operation, String request, String needed) throws Exception {
        var accesses = new RequiredAccess("table/").of(operation, Json.MAPPER.readTree(request));

        assertThat(accesses.stream().map(access -> access.action() + " " + access.resource())
                .collect(Collectors.joining(", "))).isEqualTo(needed);
    }
}
