@needs-authorizer
Feature: Authorization of operations
  As a developer of a client
  I want each operation to ask for one scope, and to say so when it is missing,
  so that I know which to ask the issuer for.

  Rule: Whoever sends no token that holds is told how to (RFC 6750, section 3)

    @needs-any-origin
    Example: Every operation without a token
      When every operation is asked for without a token
      Then every answer is the problem 401
      And every answer's WWW-Authenticate is "Bearer"
      And every answer's Access-Control-Allow-Origin is "*"

    Scenario Outline: Authorization: <credentials>
      Given the request has the header Authorization: <credentials>
      When GET /users is sent
      Then the answer is the problem 401

      Examples: Not a token
        | credentials              |
        | Basic bG9jYWw6bG9jYWw=   |
        | Bearer                   |
        | Token abc                |
        | abc                      |

    Example: The health needs none
      Given there is no token
      When GET /health is sent
      Then the answer is 200

    Example: An unknown path is unknown to whoever has no token
      Given there is no token
      When GET /people is sent
      Then the answer is the problem 404

    Scenario Outline: <request> is unknown to whoever sends <credentials>
      Given the request has the header Authorization: <credentials>
      When <request> is sent
      Then the answer is the problem 404

      Examples: Whatever it is
        | credentials            | request       |
        | Bearer abc             | GET /people   |
        | Basic bG9jYWw6bG9jYWw= | GET /people   |
        | AWS4-HMAC-SHA256 Credential=a/20261122/us-east-1/execute-api/aws4_request, SignedHeaders=host, Signature=0 | GET /people |
        | Bearer abc             | PUT /users    |
        | Bearer abc             | DELETE /      |

  Rule: Each operation asks for its scope

    @needs-scopes
    Example: Every operation with all scopes but its own
      Given the user ada@example.com
      When every operation is asked for with all scopes but its own
      Then every answer is the problem 403
      And nothing was changed

    @needs-scopes @needs-issuer
    Scenario Outline: GET /users with the scopes <scopes>
      Given the token has the scopes <scopes>
      When GET /users is sent
      Then the answer is the problem 403

      Examples: Scopes that look like ours
        | scopes           |
        | users            |
        | users:*          |
        | USERS:READ       |
        | xusers:read      |
        | users:reader     |
        | users:read,admin |
