"""Train, export and evaluate the network that finds faces. Start: python3 -m faces --help"""
