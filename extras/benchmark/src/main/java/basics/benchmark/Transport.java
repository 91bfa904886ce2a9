package basics.benchmark;

/** How functions reach DynamoDB: over plain HTTP, as on the embedded target, or over TLS, as on AWS. */
enum Transport {
    HTTP, TLS
}
