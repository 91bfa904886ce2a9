@needs-authorizer
Feature: Forged tokens
  As a developer who answers for the service's security
  I want every token refused that the issuer did not give as it is (RFC 7519, RFC 8725),
  so that who gets in is decided by the issuer alone.

  Rule: A token that was made of a genuine one gets nobody in

    Scenario Outline: A genuine token <altered>
      Given the user ada@example.com
      And the token is a genuine one <altered>
      When DELETE /users/ada@example.com is sent
      Then the answer is the problem 401
      And nothing was changed

      Examples: Without a signature that holds
        | altered                        |
        | that says alg none             |
        | that says alg None             |
        | that says alg nOnE             |
        | that says no alg               |
        | whose signature is left out    |
        | whose signature is empty       |
        | whose signature is of zeros    |
        | whose signature is changed     |

      Examples: With other contents
        | altered                        |
        | of another subject             |
        | of more scopes                 |
        | of a later expiry              |
        | whose payload is an array      |
        | whose payload is cut off       |
        | whose header is not JSON       |

      Examples: That is not a token
        | altered                        |
        | of five parts                  |
        | of one part                    |
        | of dots                        |
        | that is a word                 |
        | in standard Base64             |
        | in braces                      |
        | with a blank within            |
        | of 9,000 letters               |
        | that is sent twice             |

  Rule: A token that the issuer would not give gets nobody in

    @needs-issuer
    Scenario Outline: A token <made>
      Given the user ada@example.com
      And the token is one <made>
      When DELETE /users/ada@example.com is sent
      Then the answer is the problem 401
      And nothing was changed

      Examples: Claims that don't hold
        | made                                         |
        | that has expired                             |
        | that expired long ago                        |
        | that never expires                           |
        | that expires in words                        |
        | that is not valid yet                        |
        | of another issuer                            |
        | of the issuer with a slash at the end        |
        | of no issuer                                 |
        | for another audience                         |
        | for an audience that begins like ours        |
        | for no audience                              |
        | of no subject                                |
        | of an empty subject                          |
        | that is an ID token                          |

      Examples: Keys that are not the issuer's
        | made                                                |
        | signed with a foreign key under the issuer's key id |
        | signed with a foreign key and no key id             |
        | with an unknown key id                              |
        | whose key id is a path                              |
        | whose key id is a query                             |
        | whose key id is an address                          |
        | whose key id has 3,000 letters                      |
        | that brings its own key                             |
        | that says where its keys are                        |
        | that says where its certificate is                  |
        | with a key that was withdrawn                       |

      Examples: Algorithms that are not agreed upon
        | made                                     |
        | HS256 with the public key as PEM         |
        | HS256 with the public key as DER         |
        | HS256 with the public key as JWK         |
        | HS256 with the modulus of the public key |
        | RS512                                    |
        | PS256                                    |
        | that says ES256 and is signed with RSA   |
        | that asks for what nobody understands    |
        | whose type is another one                |

  Rule: A token that the issuer gives is taken

    @needs-issuer
    Example: ES256
      Given the user ada@example.com
      And the token is signed with ES256
      When GET /users/ada@example.com is sent
      Then the answer is 200

    @needs-issuer
    Example: A key that the issuer has just published
      Given the user ada@example.com
      And the token is signed with a key that the issuer has just published
      When the user ada@example.com is read until the token is taken
      Then the answer is 200

    Scenario Outline: <form> (RFC 9110, 11.1; RFC 6750, 2.1)
      Given the user ada@example.com
      And the token is sent with <form>
      When GET /users/ada@example.com is sent
      Then the answer is 200

      Examples: Ways to write the scheme
        | form                             |
        | the scheme "bearer"              |
        | the scheme "BEARER"              |
        | two blanks after the scheme      |

    @needs-issuer
    Example: The scopes as a list
      Given the user ada@example.com
      And the token has its scopes as a list
      When GET /users/ada@example.com is sent
      Then the answer is 200
