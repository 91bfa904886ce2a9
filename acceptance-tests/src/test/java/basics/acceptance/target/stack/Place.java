package basics.acceptance.target.stack;

/**
 * Where something is deployed. A cloud assembly made without an account names buckets with these placeholders, and leaves
 * it to the deployment to fill them in.
 */
record Place(String partition, String account, String region) {

    /**
     * The text with its placeholders filled in.
     *
     * @throws IllegalArgumentException
     *             if it has a placeholder besides account, region and partition
     */
    String fill(String text) {
        var filled = text.replace("${AWS::Partition}", partition).replace("${AWS::AccountId}", account)
                .replace("${AWS::Region}", region);
        if (filled.contains("${")) {
            throw new IllegalArgumentException("A placeholder that can't be filled in: " + filled);
        }
        return filled;
    }
}
